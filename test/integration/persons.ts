/** Whom the sandbox knows, from its own data. */
import { PERSONAS, type Element, type Persona } from '../../sandbox/src/folkeregister/register';

export { PERSONAS };

export const personaNamed = (slug: string): Persona => {
  const persona = PERSONAS.find((one) => one.slug === slug);
  if (!persona) throw new Error(`no persona ${slug}`);
  return persona;
};

export const numberOf = (slug: string): string => personaNamed(slug).foedselsEllerDNummer;

export const ALL_NUMBERS = PERSONAS.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);

/** Current elements of a part that is a list. */
export const currentIn = (persona: Persona, part: string): readonly Element[] => {
  const content = persona.folkeregisterperson[part];
  return Array.isArray(content) ? (content as Element[]).filter(({ erGjeldende }) => erGjeldende !== false) : [];
};

export const SURVIVOR = numberOf('historical-identifiers');
/** A number that was replaced by the survivor's. */
export const REPLACED = personaNamed('historical-identifiers').historiskeIdentifikatorer[0] ?? '';
/** Valid, and nobody's. */
export const NOBODY = '30823299997';
/** Valid and not synthetic, of somebody to be born on the last day of 2039: nobody has it yet. */
export const NOT_SYNTHETIC = '31123950057';
/** Begins with a zero, as a spreadsheet shows it when it takes it for a number. */
export const SHORTENED = numberOf('long-name-nordic-letters').replace(/^0/, '');
