/** The sandbox's persons as the register would send them. */
import data from '../../../sandbox/src/data/personas.json';
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
