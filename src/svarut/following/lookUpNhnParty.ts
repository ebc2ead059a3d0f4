import { defineOperation, type JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { lookUpNhnParty } from '../client/catalogue';
import type { NhnParty } from '../model';
import { herId, includeRaw } from './catalogueFields';

/** The office a doctor or a service belongs to; an organisation belongs to nobody. */
const parentOf = ({ personDetails, serviceDetails }: NhnParty) =>
  personDetails?.parentOrganization ?? serviceDetails?.parentOrganization;

const show = (party: NhnParty): JsonObject => {
  const parent = parentOf(party);
  return {
    type: party.type,
    navn: party.displayName ?? party.name ?? null,
    organisasjonsnummer: party.organizationDetails?.organizationNumber ?? parent?.organizationNumber ?? null,
    parent: parent ? { herId: parent.herId, navn: parent.name ?? null } : null,
    amqpTransportStatus: party.amqpTransportStatus ?? null,
    validFrom: party.validFrom ?? null,
    validTo: party.validTo ?? null,
  };
};

export const lookUpNhnPartyOperation = defineOperation<Session>()({
  name: 'lookUpNhnParty',
  title: { en: 'Look Up NHN Party', nb: 'Slå opp part i helsenettet' },
  summary: {
    en: 'Who has a HER-id in the health network, to check it before a letter is sent there. A party whose amqpTransportStatus is Disabled takes no messages.',
    nb: 'Hvem som har en HER-id i helsenettet, for å sjekke den før et brev sendes dit. En part med amqpTransportStatus Disabled tar ikke imot meldinger.',
  },
  effect: 'read',
  endpoints: ['GET /v1/nhn/oppslag/{herId}'],
  fields: [herId, includeRaw],
  // A party can be a doctor.
  sensitive: ['party.navn', 'raw'],
  example: {
    herId: 8_440_100,
    party: {
      type: 'ORGANIZATION',
      navn: 'Stillevik legesenter',
      organisasjonsnummer: '310048208',
      parent: null,
      amqpTransportStatus: 'Enabled',
      validFrom: '2020-01-01T00:00:00Z',
      validTo: null,
    },
  },
  each: async (session, input) => {
    const party = await lookUpNhnParty(session, input.herId);
    return { herId: party.herId, party: show(party), ...(input.includeRaw && { raw: party as JsonObject }) };
  },
});
