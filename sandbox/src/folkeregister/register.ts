import file from '../data/personas.json' with { type: 'json' };

export type Element = Readonly<Record<string, unknown>>;

/** A person as the register stores it: most parts are lists, two are single objects. */
export type PersonDocument = Readonly<Record<string, Element | readonly Element[]>>;

export interface Persona {
  readonly slug: string;
  readonly tittel: string;
  readonly foedselsEllerDNummer: string;
  readonly historiskeIdentifikatorer: readonly string[];
  readonly forventning: string;
  readonly folkeregisterperson: PersonDocument;
}

export const PERSONAS = file.personer as unknown as readonly Persona[];

const byCurrentNumber = new Map(PERSONAS.map((persona) => [persona.foedselsEllerDNummer, persona]));

const byAnyNumber = new Map(
  PERSONAS.flatMap((persona) =>
    [persona.foedselsEllerDNummer, ...persona.historiskeIdentifikatorer].map((number) => [number, persona] as const),
  ),
);

export const findByCurrentNumber = (number: string): Persona | undefined => byCurrentNumber.get(number);

/** Also finds the surviving person behind a number that is no longer in use. */
export const findByAnyNumber = (number: string): Persona | undefined => byAnyNumber.get(number);
