import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { Refusal } from '../refusal.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';

type Schema = Record<string, unknown>;

const text = (maxLength: number, more: Schema = {}): Schema => ({ type: 'string', minLength: 1, maxLength, ...more });
const flag: Schema = { type: 'boolean' };
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });

const object = (required: Schema, optional: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: {
    ...required,
    ...Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, orNull(schema as Schema)])),
  },
});

const adresse = object(
  { adresselinje1: text(70), poststed: text(70) },
  {
    adresselinje2: text(70),
    adresselinje3: text(70),
    postnummer: text(20),
    landkode: { type: 'string', pattern: '^[A-Z]{2}$' },
  },
);

const filnavn = text(226, { pattern: '^[^*:"\\\\/<>|?]+$' });
const giroarkSide: Schema = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };

const commonOptional: Schema = {
  avgivendeSystem: text(100),
  avgivendeSystemAktor: text(100),
  konteringskode: text(20, { pattern: '^[a-zA-Z0-9_\\-.øæåØÆÅ]+$' }),
  kryptert: flag,
  utskriftskonfigurasjon: object({}, { tosidig: flag }),
  svarSendesTil: object({
    navn: text(100),
    type: { enum: ['PERSON', 'ORGANISASJON', 'NHN_MOTTAKER'] },
    digitalId: { type: 'string', pattern: '^\\d{1,11}$' },
    adresse,
  }),
  svarPaForsendelseId: { type: 'string', format: 'uuid' },
  eksternReferanse: text(100),
  korrelasjonsid: text(100),
};

const personForsendelse = object(
  {
    tittel: text(1000),
    mottaker: object({ navn: text(100), digitalId: { type: 'string', minLength: 9, maxLength: 11 } }, { adresse }),
  },
  {
    ...commonOptional,
    eksponertFor: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    kunDigitalLevering: flag,
    sikkerhetsniva: { type: 'string', enum: ['BETYDELIG', 'HOYESTE', null] },
    lenker: {
      type: 'array',
      maxItems: 5,
      items: object({ url: text(1000), tekst: text(100) }, { ledetekst: text(100) }),
    },
    kanSvareViaEdialog: flag,
    signering: object({
      signeringUtloper: { type: 'string', format: 'date-time' },
      signaturType: { enum: ['AUTENTISERT_SIGNATUR', 'AVANSERT_SIGNATUR'] },
    }),
    dokumenter: {
      type: 'array',
      items: object(
        { filnavn, mimeType: text(127) },
        { giroarkSide, skalSigneres: flag, skalEkskluderesFraUtskrift: flag },
      ),
    },
  },
);

const printForsendelse = object(
  { tittel: text(1000), mottaker: object({ navn: text(100), adresse }) },
  {
    ...commonOptional,
    dokumenter: { type: 'array', items: object({ filnavn, mimeType: text(50) }, { giroarkSide }) },
  },
);

// Both sides of the platform ignore what they do not know, so unknown fields are dropped before any rule can see them.
const ajv = new Ajv({ strict: true, removeAdditional: 'all' });
formats.default(ajv);

const validators = {
  person: ajv.compile<Forsendelse>(personForsendelse),
  print: ajv.compile<Forsendelse>(printForsendelse),
};

/** Trims the metadata to what this endpoint knows, or refuses it. */
export const readForsendelse = (endpoint: Endpoint, metadata: unknown): Forsendelse => {
  const validate = validators[endpoint];
  if (validate(metadata)) return metadata;
  const problem = describe(validate.errors?.[0]);
  throw new Refusal(400, `Ugyldig forsendelse: ${problem}`, `the metadata breaks the schema: ${problem}`);
};

const describe = (error: ErrorObject | undefined): string =>
  error ? `${error.instancePath || 'forsendelse'} ${error.message ?? 'er ugyldig'}` : 'ukjent feil';
