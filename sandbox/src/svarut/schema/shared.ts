/** What the metadata of the four endpoints is made of, with the limits of the published description. */
export type Schema = Record<string, unknown>;

const LARGEST_INT32 = 2_147_483_647;

export const text = (maxLength: number, more: Schema = {}): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...more,
});
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
export const flag: Schema = { type: 'boolean' };
export const dateTime: Schema = { type: 'string', format: 'date-time' };
export const positive: Schema = { type: 'integer', minimum: 1 };
export const positiveInt32: Schema = { ...positive, maximum: LARGEST_INT32 };
export const identifier: Schema = { type: 'string', pattern: '^[0-9]{11}$' };

/** In strict mode an enum must name null itself. */
const orNull = (schema: Schema): Schema => ({
  ...schema,
  nullable: true,
  ...(Array.isArray(schema.enum) && { enum: [...(schema.enum as unknown[]), null] }),
});

/** Optional fields may be null as well; those that may be left out but not be null come last. */
export const object = (required: Schema, optional: Schema = {}, neverNull: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: {
    ...required,
    ...neverNull,
    ...Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, orNull(schema as Schema)])),
  },
});

export const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });

export const adresse = object(
  { adresselinje1: text(70), poststed: text(70) },
  {
    adresselinje2: text(70),
    adresselinje3: text(70),
    postnummer: text(20),
    landkode: { type: 'string', minLength: 2, maxLength: 2, pattern: '^[A-Z]{2}$' },
  },
);

export const digitalRecipient = object(
  { navn: text(100), digitalId: { type: 'string', minLength: 9, maxLength: 11 } },
  {},
  { adresse },
);

/** Said of filnavn in words only. */
export const FILNAVN_PATTERN = '^[^*:"\\\\/<>|?]+$';
export const filnavn = text(226, { pattern: FILNAVN_PATTERN });

export const ekstraMetadata = list(object({ key: text(100), value: text(500) }), { uniqueItems: true, maxItems: 20 });

/** On every endpoint. */
export const onAll: Schema = {
  avgivendeSystem: text(100),
  avgivendeSystemAktor: text(100),
  konteringskode: text(20, { pattern: '^[a-zA-Z0-9_\\-.øæåØÆÅ]{0,20}$' }),
  kryptert: flag,
  utskriftskonfigurasjon: object({}, { tosidig: flag }),
  svarPaForsendelseId: { type: 'string', format: 'uuid' },
  eksternReferanse: text(100),
  korrelasjonsid: text(100),
};

export const svarSendesTil = object({
  navn: text(100),
  type: oneOf('PERSON', 'ORGANISASJON', 'NHN_MOTTAKER'),
  digitalId: { type: 'string', pattern: '^\\d{1,11}$' },
  adresse,
});

export const eksponertFor = list({ type: 'string' }, { uniqueItems: true });

/** On the endpoints for a person and for an organisation, besides what is on all. */
export const onDigital: Schema = {
  ...onAll,
  eksponertFor,
  kunDigitalLevering: flag,
  sikkerhetsniva: oneOf('BETYDELIG', 'HOYESTE'),
  svarSendesTil,
  lenker: list(object({ url: text(1000), tekst: text(100) }, { ledetekst: text(100) }), { maxItems: 5 }),
  kanSvareViaEdialog: flag,
};
