import { BASIC, GENERAL, HIGHEST, type Organisation, type ReceivingSystem } from './organisations.js';

/** The organisations of one sandbox, and the receiving systems they have. */
export class OrganisationRegister {
  readonly #byNumber: ReadonlyMap<string, Organisation>;

  constructor(
    readonly all: readonly Organisation[],
    readonly receivingSystems: readonly ReceivingSystem[],
  ) {
    this.#byNumber = new Map(all.map((organisation) => [organisation.organisasjonsnummer, organisation]));
  }

  find(organisasjonsnummer: string): Organisation | undefined {
    return this.#byNumber.get(organisasjonsnummer);
  }

  findReceivingSystem(
    organisasjonsnummer: string,
    forsendelsestype: string | null | undefined,
    sikkerhetsniva: 'BETYDELIG' | 'HOYESTE' | null | undefined,
  ): ReceivingSystem | undefined {
    return this.receivingSystems.find(
      (system) =>
        system.organisasjonsnummer === organisasjonsnummer &&
        system.forsendelseType === (forsendelsestype ?? GENERAL) &&
        system.niva === (sikkerhetsniva === 'HOYESTE' ? HIGHEST : BASIC),
    );
  }
}
