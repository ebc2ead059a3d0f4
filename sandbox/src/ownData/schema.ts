import { STATUS, type Status } from '../kjoretoyregister/codes.js';
import { MODELS } from '../kjoretoyregister/models.js';

/** A person in one row: what Folkeregister knows, who belongs to whom, and how the person stands in KRR. */
export interface OwnPerson {
  readonly number: string;
  readonly name: string;
  readonly birthDate: string;
  readonly status?: string;
  readonly deathDate?: string;
  readonly protection?: 'fortrolig' | 'strengtFortrolig';
  readonly street?: string;
  readonly postcode?: string;
  readonly town?: string;
  readonly municipality?: string;
  readonly addressGrade?: string;
  readonly mother?: string;
  readonly father?: string;
  readonly spouse?: string;
  readonly guardian?: string;
  readonly krr?: 'notifiable' | 'expired' | 'reserved' | 'deleted' | 'notRegistered';
  readonly email?: string;
  readonly mobile?: string;
  readonly mailbox?: 'digipost' | 'eboks';
  readonly language?: 'nb' | 'nn' | 'en' | 'se';
  readonly opensAltinn?: boolean;
}

export interface OwnOrganisation {
  readonly number: string;
  readonly name: string;
  readonly altinn?: 'read' | 'unread' | 'none';
  readonly confidentialMail?: boolean;
  readonly receivingSystem?: boolean;
}

export interface OwnVehicle {
  readonly plate: string;
  readonly owner: string;
  readonly coOwner?: string;
  readonly lessee?: string;
  readonly model?: keyof typeof MODELS;
  readonly registered?: string;
  readonly status?: Status;
  readonly controlDueInDays?: number;
}

export interface OwnData {
  readonly persons?: readonly OwnPerson[];
  readonly organisations?: readonly OwnOrganisation[];
  readonly vehicles?: readonly OwnVehicle[];
}

/** Every description completes the sentence «it must be ...», which is what the sandbox says of a value that is not. */
const text = { type: 'string', minLength: 1, description: 'a text' } as const;
const flag = { type: 'boolean', description: 'true or false' } as const;
const day = { type: 'string', format: 'date', description: 'a date as YYYY-MM-DD' } as const;
const personNumber = {
  type: 'string',
  pattern: '^\\d{11}$',
  description: 'a synthetic number of eleven digits, as a text (80 is added to the month)',
} as const;
const organisationNumber = {
  type: 'string',
  pattern: '^\\d{9}$',
  description: 'a synthetic organisation number of nine digits, as a text (it begins with 2 or 3)',
} as const;
const ownerNumber = {
  type: 'string',
  pattern: '^(?:\\d{9}|\\d{11})$',
  description: 'the number of a person or of an organisation, as a text',
} as const;
const relative = { ...personNumber, description: 'the number of a person of the same file, as a text' } as const;
const oneOf = (...words: readonly string[]) =>
  ({ type: 'string', enum: words, description: `one of ${words.join(', ')}` }) as const;

const PERSON_STATUSES = [
  'bosatt',
  'utflyttet',
  'forsvunnet',
  'doed',
  'opphoert',
  'foedselsregistrert',
  'midlertidig',
  'inaktiv',
  'ikkeBosatt',
];

/** In the order in which a table has them. */
export const personSchema = {
  type: 'object',
  description: 'an object with number, name and birthDate',
  additionalProperties: false,
  required: ['number', 'name', 'birthDate'],
  properties: {
    number: personNumber,
    name: { ...text, pattern: '\\S\\s+\\S', description: 'a given name and a family name' },
    birthDate: day,
    status: oneOf(...PERSON_STATUSES),
    deathDate: day,
    protection: oneOf('fortrolig', 'strengtFortrolig'),
    street: { ...text, description: 'a street with the number of the house' },
    postcode: { type: 'string', pattern: '^\\d{4}$', description: 'four digits, as a text' },
    town: text,
    municipality: { type: 'string', pattern: '^\\d{4}$', description: 'four digits, as a text' },
    addressGrade: oneOf('ugradert', 'klientadresse', 'fortrolig'),
    mother: relative,
    father: relative,
    spouse: relative,
    guardian: relative,
    krr: oneOf('notifiable', 'expired', 'reserved', 'deleted', 'notRegistered'),
    email: text,
    mobile: text,
    mailbox: oneOf('digipost', 'eboks'),
    language: oneOf('nb', 'nn', 'en', 'se'),
    opensAltinn: flag,
  },
  dependencies: { street: ['postcode', 'town', 'municipality'], addressGrade: ['street'] },
} as const;

const organisationSchema = {
  type: 'object',
  description: 'an object with number and name',
  additionalProperties: false,
  required: ['number', 'name'],
  properties: {
    number: organisationNumber,
    name: text,
    altinn: oneOf('read', 'unread', 'none'),
    confidentialMail: flag,
    receivingSystem: flag,
  },
} as const;

const vehicleSchema = {
  type: 'object',
  description: 'an object with plate and owner',
  additionalProperties: false,
  required: ['plate', 'owner'],
  properties: {
    plate: {
      type: 'string',
      pattern: '^[A-Z]{2} ?\\d{5}$',
      description: 'two letters and five digits, of which the first is zero, as SB 00901',
    },
    owner: ownerNumber,
    coOwner: ownerNumber,
    lessee: ownerNumber,
    model: oneOf(...Object.keys(MODELS)),
    registered: day,
    status: oneOf(...Object.keys(STATUS)),
    controlDueInDays: { type: 'integer', description: 'a whole number of days from today' },
  },
} as const;

const MOST_ROWS = 10_000;

const listOf = (items: object) =>
  ({ type: 'array', items, maxItems: MOST_ROWS, description: `a list of at most ${MOST_ROWS}` }) as const;

export const ownDataSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Data of your own for norsk-kommune-sandbox',
  description: 'an object with persons, organisations and vehicles',
  type: 'object',
  additionalProperties: false,
  properties: {
    // So that the file can name its schema, for an editor.
    $schema: text,
    persons: listOf(personSchema),
    organisations: listOf(organisationSchema),
    vehicles: listOf(vehicleSchema),
  },
} as const;
