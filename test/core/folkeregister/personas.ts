/** The sandbox's persons as the register would send them. */
import data from '../../../sandbox/src/data/personas.json';
import { EVERYONE } from '../../../sandbox/src/folkeregister/register';
import type { PersonDocument } from '../../../src/folkeregister/model';

export const personaNames = data.personer.map(({ slug }) => slug);

/** The whole document, history included. */
export const personaOf = (slug: string): PersonDocument => {
  const persona = data.personer.find((one) => one.slug === slug);
  if (!persona) throw new Error(`no persona ${slug}`);
  return persona.folkeregisterperson;
};

export const numberOf = (slug: string): string =>
  data.personer.find((one) => one.slug === slug)?.foedselsEllerDNummer ?? '';

/** What the register answers without `part=historikk`. */
export const currentPersonaOf = (slug: string): PersonDocument =>
  Object.fromEntries(
    Object.entries(personaOf(slug))
      .map(
        ([part, value]) =>
          [
            part,
            Array.isArray(value)
              ? value.filter((entry: { erGjeldende?: boolean }) => entry.erGjeldende !== false)
              : value,
          ] as const,
      )
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );

/** The twelve and all others the sandbox has, with their history. */
export const anyoneNamed = (slug: string): PersonDocument => {
  const person = EVERYONE.find((one) => one.slug === slug);
  if (!person) throw new Error(`no person ${slug}`);
  return person.folkeregisterperson;
};
