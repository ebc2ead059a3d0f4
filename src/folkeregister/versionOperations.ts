/**
 * Persons as they were, and what the register says its documents look like.
 */
import type { ChoiceField } from '../operations/field';
import { defineOperation, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { getContract, type Contract } from './client/contracts';
import { BULK_LIMIT } from './client/documents';
import { PERSON_EXAMPLE } from './examples';
import { persondokument } from './fields/numbers';
import { PERSON } from './fields/shown';
import { WAY } from './fields/way';
import { presentVersions } from './presentVersions';
import { SENSITIVE_VALUES } from './sensitive';

const getHistoricalVersion = defineOperation<Session>()({
  name: 'getHistoricalVersion',
  title: { en: 'Get Historical Version', nb: 'Hent historisk versjon' },
  summary: {
    en: 'A person as the register knew the person at an event, by the persondokument of the event. Many inputs become few calls. Only with legal basis, and for three years after the version was replaced.',
    nb: 'En person slik registeret kjente personen ved en hendelse, med persondokumentet fra hendelsen. Mange oppslag blir til få kall. Bare med hjemmel, og i tre år etter at versjonen ble erstattet.',
  },
  effect: 'read',
  // Whether the person is protected today is asked too.
  endpoints: [
    'GET /v1/personer/arkiv/{dokumentidentifikator}',
    'POST /v1/personer/bulkoppslag/arkiv',
    'GET /v1/personer/{personidentifikator}',
    'POST /v1/personer/bulkoppslag',
  ],
  fields: [persondokument, ...PERSON, ...WAY],
  batch: { limit: BULK_LIMIT, on: 'persondokument' },
  sensitive: SENSITIVE_VALUES,
  example: PERSON_EXAMPLE,
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    return presentVersions(
      session,
      first,
      inputs.map((input) => input.persondokument),
    );
  },
});

const CONTRACTS = {
  persons: 'personer/xsd',
  events: 'hendelser/xsd',
  feed: 'hendelser/feedxsd',
} as const satisfies Record<string, Contract>;

const contract = {
  kind: 'choice',
  name: 'contract',
  label: { en: 'Contract', nb: 'Kontrakt' },
  help: { en: 'Of what to get the description.', nb: 'Hva beskrivelsen skal gjelde.' },
  required: false,
  choices: [
    { value: 'persons', label: { en: 'Persons', nb: 'Personer' } },
    { value: 'events', label: { en: 'Documents of Events', nb: 'Hendelsesdokumenter' } },
    { value: 'feed', label: { en: 'Feed of Events', nb: 'Hendelsesliste' } },
  ],
  default: 'persons',
} as const satisfies ChoiceField;

const getContractOperation = defineOperation<Session>()({
  name: 'getContract',
  title: { en: 'Get Contract (XSD)', nb: 'Hent kontrakt (XSD)' },
  summary: {
    en: "The register's own description of its documents as an XML schema, for whoever checks or reads the XML. It is about nobody.",
    nb: 'Registerets egen beskrivelse av dokumentene som et XML-skjema, for den som kontrollerer eller leser XML. Den handler ikke om noen.',
  },
  effect: 'read',
  endpoints: ['GET /v1/personer/xsd', 'GET /v1/hendelser/xsd', 'GET /v1/hendelser/feedxsd'],
  fields: [contract, ...WAY],
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: {
    contract: 'persons',
    xsd: '<xs:schema targetNamespace="folkeregisteret:tilgjengeliggjoering:person:v1">...</xs:schema>',
  },
  each: async (session, input) => ({
    contract: input.contract,
    xsd: await getContract(session, input, CONTRACTS[input.contract]),
  }),
});

export const versionOperations: readonly Operation<Session>[] = [getHistoricalVersion, getContractOperation];
