import type { KrrPerson } from './contact.js';

/** The contact register: whom it lists, and the many it can be asked about besides. */
export class ContactRegister {
  readonly #byNumber: ReadonlyMap<string, KrrPerson>;

  /** @param listed in the order they were changed last */
  constructor(
    readonly listed: readonly KrrPerson[],
    /** Finds one of the many. */
    private readonly findOther: (personidentifikator: string) => KrrPerson | undefined,
  ) {
    this.#byNumber = new Map(listed.map((person) => [person.personidentifikator, person]));
  }

  find(personidentifikator: string): KrrPerson | undefined {
    return this.#byNumber.get(personidentifikator) ?? this.findOther(personidentifikator);
  }
}
