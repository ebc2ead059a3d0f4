import file from '../data/personas.json' with { type: 'json' };
import { INVENTED_PERSONS } from './persons/all.js';

export type Element = Readonly<Record<string, unknown>>;

/** A person as the register stores it: most parts are lists, two are single objects. */
export type PersonDocument = Readonly<Record<string, Element | readonly Element[]>>;

export interface Persona {
  readonly slug: string;
  readonly tittel: string;
  readonly foedselsEllerDNummer: string;
  readonly historiskeIdentifikatorer: readonly string[];
  /** Id of the current version of the document. */
  readonly persondokument: string;
  readonly folkeregisterperson: PersonDocument;
}

/** The twelve that a first flow meets. */
export const PERSONAS = file.personer as unknown as readonly Persona[];

/** Everyone the register knows. */
export const EVERYONE: readonly Persona[] = [...PERSONAS, ...INVENTED_PERSONS];

const byCurrentNumber = new Map(EVERYONE.map((persona) => [persona.foedselsEllerDNummer, persona]));

const byAnyNumber = new Map(
  EVERYONE.flatMap((persona) =>
    [persona.foedselsEllerDNummer, ...persona.historiskeIdentifikatorer].map((number) => [number, persona] as const),
  ),
);

export const findByCurrentNumber = (number: string): Persona | undefined => byCurrentNumber.get(number);

/** Also finds the surviving person behind a number that is no longer in use. */
export const findByAnyNumber = (number: string): Persona | undefined => byAnyNumber.get(number);

/** A part as a list, whether the register stores one or a single object. */
export const elementsOf = (document: PersonDocument, part: string): readonly Element[] => [document[part] ?? []].flat();

export const isCurrent = ({ erGjeldende }: Element): boolean => erGjeldende !== false;

export const currentOf = (document: PersonDocument, part: string): readonly Element[] =>
  elementsOf(document, part).filter(isCurrent);

/** A member that is a text, or an empty one where it is absent. */
export const textOf = (element: Element | undefined, member: string): string => {
  const text = element?.[member];
  return typeof text === 'string' ? text : '';
};
