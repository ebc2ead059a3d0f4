/**
 * What can be looked up before a letter is sent: the types there are, and who receives them by which system.
 */
import { ServiceError } from '../../http/serviceError';
import { defineOperation, type Operation } from '../../operations/operation';
import type { Session } from '../../session';
import { findReceivingSystems, listShipmentTypes } from '../client/catalogue';
import { forsendelsestype, niva, organisasjonsnummer } from './catalogueFields';

const listShipmentTypesOperation = defineOperation<Session>()({
  name: 'listShipmentTypes',
  title: { en: 'List Shipment Types', nb: 'Hent forsendelsestyper' },
  summary: {
    en: "The types a letter to an organisation can have, so that the recipient's system for just those receives it.",
    nb: 'Typene et brev til en organisasjon kan ha, så mottakerens system for nettopp dem tar imot det.',
  },
  effect: 'read',
  endpoints: ['GET /v2/forsendelsestyper'],
  fields: [],
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: { forsendelsestyper: ['generell', 'byggesak.soknad', 'politikk.innspill'] },
  each: async (session) => ({ forsendelsestyper: await listShipmentTypes(session) }),
});

/** As the published description has it. */
const TYPE = /^[a-zA-ZæøåÆØÅ0-9]+(\.[a-zA-ZæøåÆØÅ0-9]+)*$/;

const checkType = (type: string | undefined): void => {
  if (type === undefined || TYPE.test(type)) return;
  throw new ServiceError(
    'ERR_INVALID_INPUT',
    `"${forsendelsestype.label.en}" has a character no type has.`,
    'Use letters and digits, in parts with a full stop between them, as List Shipment Types gives them.',
    { service: 'svarut', field: forsendelsestype.name },
  );
};

const findReceivingSystemsOperation = defineOperation<Session>()({
  name: 'findReceivingSystems',
  title: { en: 'Find Receiving Systems', nb: 'Finn mottakersystemer' },
  summary: {
    en: 'Which organisations receive letters of which types straight into a system of their own (SvarInn). Others get them in Altinn or on paper.',
    nb: 'Hvilke organisasjoner som tar imot brev av hvilke typer rett inn i sitt eget system (SvarInn). Andre får dem i Altinn eller på papir.',
  },
  effect: 'read',
  endpoints: ['GET /v2/mottakersystem'],
  fields: [organisasjonsnummer, forsendelsestype, niva],
  sensitive: [],
  example: {
    receivingSystems: [
      {
        id: 'a94c2e71-3d58-4f6b-b1c0-7e8d9f0a1b23',
        navn: 'Prøvedal byggesak',
        organisasjonsnummer: '311004506',
        forsendelsestype: 'byggesak.soknad',
        niva: 3,
      },
    ],
  },
  each: async (session, input) => {
    checkType(input.forsendelsestype);
    const systems = await findReceivingSystems(session, input);
    return {
      receivingSystems: systems.map((system) => ({
        id: system.id,
        navn: system.navn,
        organisasjonsnummer: system.organisasjonsnummer,
        // In the spelling the metadata of a letter has.
        forsendelsestype: system.forsendelseType,
        niva: system.niva,
      })),
    };
  },
});

export const catalogueOperations: readonly Operation<Session>[] = [
  listShipmentTypesOperation,
  findReceivingSystemsOperation,
];
