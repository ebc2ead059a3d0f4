import { documentOf } from '../folkeregister/persons/newPerson.js';
import type { Crowd, Persona, PersonDocument } from '../folkeregister/register.js';
import { documentId } from '../folkeregister/versions.js';
import type { KrrPerson } from '../krr/contact.js';
import { contactOf } from './contact.js';
import { describe } from './describe.js';
import { drawWith, type Draw } from './draw.js';
import { COHORTS, MEMBERS, type Household, type Member } from './household.js';
import { MATTER } from './matter.js';
import { NumberSeries } from './numberSeries.js';

/** Beyond it the days of birth run out of numbers. */
export const LARGEST_POPULATION = 1_000_000;

export const LARGEST_SEED = 2 ** 31 - 1;

const HEX_DIGITS_OF_INDEX = 8;

/**
 * Generated persons, as many as are wanted and always the same for a seed. None of them is stored: all that is asked about
 * one follows from the number, by arithmetic.
 */
export class Population implements Crowd {
  readonly #draw: Draw;
  readonly #series: Readonly<Record<Member, NumberSeries>>;
  /** What the ids of their documents begin with; the rest is the index. */
  readonly #documents: string;
  #latest: { readonly index: number; readonly document: PersonDocument } | undefined;

  constructor(
    readonly size: number,
    seed: number,
  ) {
    if (!isWithin(size, LARGEST_POPULATION)) {
      throw new RangeError(`persons must be a whole number from 0 to ${LARGEST_POPULATION}`);
    }
    if (!isWithin(seed, LARGEST_SEED)) throw new RangeError(`seed must be a whole number from 0 to ${LARGEST_SEED}`);
    this.#draw = drawWith(seed);
    this.#series = Object.fromEntries(
      MEMBERS.map((member, at) => [member, new NumberSeries(COHORTS[member], this.#draw, MATTER.series + at)]),
    ) as Record<Member, NumberSeries>;
    this.#documents = documentId('population', seed).slice(HEX_DIGITS_OF_INDEX);
  }

  /** @param index below the size */
  at(index: number): Persona {
    const number = this.#series[memberAt(index)].numberAt(householdAt(index));
    const document = (): PersonDocument => this.#documentOf(index, number);
    return {
      slug: `generated-${index + 1}`,
      tittel: 'Generated',
      foedselsEllerDNummer: number,
      historiskeIdentifikatorer: [],
      persondokument: `${this.#documents}${index.toString(16).padStart(HEX_DIGITS_OF_INDEX, '0')}`,
      get folkeregisterperson() {
        return document();
      },
    };
  }

  findByNumber(number: string): Persona | undefined {
    const index = this.#indexOf(number);
    return index === undefined ? undefined : this.at(index);
  }

  findByDocument(persondokument: string): Persona | undefined {
    if (!persondokument.startsWith(this.#documents)) return undefined;
    const index = Number.parseInt(persondokument.slice(this.#documents.length), 16);
    return index < this.size ? this.at(index) : undefined;
  }

  /** How KRR knows a person; undefined for nobody here, and for those who are not registered. */
  findContact(number: string): KrrPerson | undefined {
    const index = this.#indexOf(number);
    return index === undefined ? undefined : contactOf(this.#householdOf(index), memberAt(index), number);
  }

  #indexOf(number: string): number | undefined {
    for (const [at, member] of MEMBERS.entries()) {
      const household = this.#series[member].householdOf(number);
      if (household === undefined) continue;
      const index = household * MEMBERS.length + at;
      return index < this.size ? index : undefined;
    }
    return undefined;
  }

  #householdOf(index: number): Household {
    const household = householdAt(index);
    const numbers = new Map<Member, string | undefined>();
    const numberOf = (member: Member): string | undefined =>
      household * MEMBERS.length + MEMBERS.indexOf(member) < this.size
        ? this.#series[member].numberAt(household)
        : undefined;
    return {
      index: household,
      draw: this.#draw,
      numberOf: (member) => {
        if (!numbers.has(member)) numbers.set(member, numberOf(member));
        return numbers.get(member);
      },
      bornOf: (member) => this.#series[member].bornAt(household),
    };
  }

  /** Only the latest is kept: a search meets everyone, and asks about each several times. */
  #documentOf(index: number, number: string): PersonDocument {
    if (this.#latest?.index !== index) {
      const document = documentOf(describe(this.#householdOf(index), memberAt(index), number));
      this.#latest = { index, document };
    }
    return this.#latest.document;
  }
}

const isWithin = (number: number, largest: number): boolean =>
  Number.isInteger(number) && number >= 0 && number <= largest;

const householdAt = (index: number): number => Math.floor(index / MEMBERS.length);

const memberAt = (index: number): Member => MEMBERS[index % MEMBERS.length] as Member;
