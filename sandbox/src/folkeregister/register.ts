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

/** Everyone the register knows from the start. */
export const EVERYONE: readonly Persona[] = [...PERSONAS, ...INVENTED_PERSONS];

/** Further persons, too many to keep: each is made when somebody asks. */
export interface Crowd {
  readonly size: number;
  at(index: number): Persona;
  findByNumber(number: string): Persona | undefined;
  findByDocument(persondokument: string): Persona | undefined;
}

/** The persons of one sandbox: those it lists, then the crowd. */
export class PersonRegister implements Iterable<Persona> {
  readonly #byCurrentNumber: ReadonlyMap<string, Persona>;
  readonly #byAnyNumber: ReadonlyMap<string, Persona>;
  readonly #byDocument: ReadonlyMap<string, Persona>;

  constructor(
    readonly listed: readonly Persona[],
    private readonly crowd: Crowd,
  ) {
    const by = (keysOf: (persona: Persona) => readonly string[]) =>
      new Map(listed.flatMap((persona) => keysOf(persona).map((key) => [key, persona] as const)));
    this.#byCurrentNumber = by(({ foedselsEllerDNummer }) => [foedselsEllerDNummer]);
    this.#byAnyNumber = by(({ foedselsEllerDNummer, historiskeIdentifikatorer }) => [
      foedselsEllerDNummer,
      ...historiskeIdentifikatorer,
    ]);
    this.#byDocument = by(({ persondokument }) => [persondokument]);
  }

  get size(): number {
    return this.listed.length + this.crowd.size;
  }

  /** @param index below the size */
  at(index: number): Persona {
    return this.listed[index] ?? this.crowd.at(index - this.listed.length);
  }

  *[Symbol.iterator](): Iterator<Persona> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  /** @param until exclusive, at most the size */
  slice(from: number, until: number): readonly Persona[] {
    return Array.from({ length: Math.max(0, until - from) }, (_, offset) => this.at(from + offset));
  }

  filter(fits: (persona: Persona) => boolean): Persona[] {
    const found: Persona[] = [];
    for (const persona of this) if (fits(persona)) found.push(persona);
    return found;
  }

  findByCurrentNumber(number: string): Persona | undefined {
    return this.#byCurrentNumber.get(number) ?? this.crowd.findByNumber(number);
  }

  /** Also finds the surviving person behind a number that is no longer in use. */
  findByAnyNumber(number: string): Persona | undefined {
    return this.#byAnyNumber.get(number) ?? this.crowd.findByNumber(number);
  }

  /** By the id of the current version. */
  findByDocument(persondokument: string): Persona | undefined {
    return this.#byDocument.get(persondokument) ?? this.crowd.findByDocument(persondokument);
  }
}

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
