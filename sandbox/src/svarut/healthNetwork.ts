/** A party of the health network's address register, and how its system answers letters. */
export interface HealthParty {
  readonly herId: number;
  readonly type: 'ORGANIZATION' | 'PERSON' | 'SERVICE';
  readonly name: string;
  readonly tests: string;
  readonly amqpTransportStatus: 'Inherited' | 'Disabled' | 'Enabled';
  /** The application receipt: an acknowledgement, a refusal, or none ever. */
  readonly receipt: 'positive' | 'negative' | 'none';
  /** The office a doctor or a service belongs to. */
  readonly parentHerId?: number;
}

const OFFICE = 8_440_100;
const DOCTOR = 8_440_101;
const SILENT_DOCTOR = 8_440_102;

export const HEALTH_PARTIES: readonly HealthParty[] = [
  {
    herId: OFFICE,
    type: 'ORGANIZATION',
    name: 'Stillevik legesenter',
    tests: 'an office that acknowledges what it gets',
    amqpTransportStatus: 'Enabled',
    receipt: 'positive',
  },
  {
    herId: DOCTOR,
    type: 'PERSON',
    name: 'Blid Stetoskop',
    tests: 'a doctor who acknowledges what she gets',
    amqpTransportStatus: 'Inherited',
    receipt: 'positive',
    parentHerId: OFFICE,
  },
  {
    herId: SILENT_DOCTOR,
    type: 'PERSON',
    name: 'Taus Spatel',
    tests: 'a doctor whose system never answers, so letters stay SENDT_NHN_MOTTAKER',
    amqpTransportStatus: 'Inherited',
    receipt: 'none',
    parentHerId: OFFICE,
  },
  {
    herId: 8_440_103,
    type: 'SERVICE',
    name: 'Stillevik hjemmetjeneste',
    tests: 'a service whose system refuses what it gets: an event says so, the state stays SENDT_NHN_MOTTAKER',
    amqpTransportStatus: 'Inherited',
    receipt: 'negative',
    parentHerId: OFFICE,
  },
  {
    herId: 8_440_104,
    type: 'SERVICE',
    name: 'Stillevik legevakt',
    tests: 'a service that takes no messages: letters to it are rejected',
    amqpTransportStatus: 'Disabled',
    receipt: 'none',
    parentHerId: OFFICE,
  },
];

/** Who the GP of a patient is. Anyone else has none. */
const GENERAL_PRACTITIONERS: ReadonlyMap<string, number> = new Map([
  ['12848539668', DOCTOR],
  ['19887834124', DOCTOR],
  ['15867936634', SILENT_DOCTOR],
]);

const byHerId = new Map(HEALTH_PARTIES.map((party) => [party.herId, party]));

export const findHealthParty = (herId: number): HealthParty | undefined => byHerId.get(herId);

export const findGeneralPractitioner = (foedselsnummer: string): HealthParty | undefined => {
  const herId = GENERAL_PRACTITIONERS.get(foedselsnummer);
  return herId === undefined ? undefined : findHealthParty(herId);
};
