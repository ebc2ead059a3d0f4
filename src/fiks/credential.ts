/**
 * The Fiks integration of a municipality (fact sheet fiks-platform §1, §3). Its environment is that of the token.
 */
import { ServiceError } from '../http/serviceError';
import { readFoedselsnummer } from '../identifiers/foedselsnummer';
import { isOrganisasjonsnummer } from '../identifiers/organisasjonsnummer';
import { isUuid } from '../identifiers/uuid';

/** A Folkeregister role in Fiks: what may be seen, and why. */
export interface NamedRole {
  readonly name: string;
  readonly rolleId: string;
  readonly purpose: string;
  /** The parts it may see; empty when nobody has said. */
  readonly parts: readonly string[];
}

/** An account letters are sent from. */
export interface NamedAccount {
  readonly name: string;
  readonly kontoId: string;
}

export interface FiksCredential {
  readonly integrationId: string;
  readonly integrationPassword: string;
  /** Folkeregister role used where a node names none. */
  readonly rolleId: string;
  readonly roles: readonly NamedRole[];
  /** SvarUt account used where a node names none. */
  readonly kontoId: string;
  readonly accounts: readonly NamedAccount[];
  /** The municipality as an organisation in Fiks; the vehicle register asks for it. */
  readonly fiksOrgId: string;
  /** Key for references derived from recipient and title; survives a change of the password. */
  readonly referenceSecret: string;
  /** Whether letters may be sent in production. */
  readonly allowProductionSends: boolean;
  /** Number of the person or organisation that gets every letter, outside production; empty: each its own recipient. */
  readonly redirectLettersTo: string;
}

type Stored = Readonly<Record<string, unknown>>;

const incomplete = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', message, action, { service: 'fiks', field });

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const optionalUuid = (stored: Stored, field: string, title: string): string => {
  const text = textOf(stored[field]);
  if (text !== '' && !isUuid(text))
    throw incomplete(
      field,
      `The ${title} in the Fiks credential is not a UUID.`,
      'Copy the whole id, 36 characters with dashes.',
    );
  return text;
};

/** Node-RED stores a list as it is; n8n wraps it in the name of its entries. Rows left empty are none. */
export const entriesOf = (value: unknown): Stored[] => {
  const rows: unknown = Array.isArray(value) ? value : (value as Stored | null | undefined)?.entries;
  if (!Array.isArray(rows)) return [];
  return (rows as Stored[]).filter((row) => Object.values(row).some((text) => textOf(text) !== ''));
};

/** What every row of a named list must have: a name that no other row has, and an id. */
const readRows = (stored: Stored, list: 'roles' | 'accounts', id: 'rolleId' | 'kontoId', what: string): Stored[] => {
  const rows = entriesOf(stored[list]);
  const names = new Set<string>();
  for (const row of rows) {
    const name = textOf(row.name).toLowerCase();
    if (name === '' || names.has(name)) {
      throw incomplete(
        list,
        `A ${what} in the Fiks credential has ${name === '' ? 'no name' : 'the same name as another'}.`,
        'Give each a name of its own; the nodes choose by it.',
      );
    }
    names.add(name);
    if (!isUuid(textOf(row[id]))) {
      throw incomplete(
        list,
        `A ${what} in the Fiks credential has an id that is not a UUID.`,
        'Copy the whole id, 36 characters with dashes.',
      );
    }
  }
  return rows;
};

const readRoles = (stored: Stored): NamedRole[] =>
  readRows(stored, 'roles', 'rolleId', 'role').map((row) => ({
    name: textOf(row.name),
    rolleId: textOf(row.rolleId),
    purpose: textOf(row.purpose),
    parts: textOf(row.parts)
      .split(/[\s,]+/)
      .filter(Boolean),
  }));

const readAccounts = (stored: Stored): NamedAccount[] =>
  readRows(stored, 'accounts', 'kontoId', 'account').map((row) => ({
    name: textOf(row.name),
    kontoId: textOf(row.kontoId),
  }));

/** A real person must not get what tests send. */
const readRedirection = (stored: Stored): string => {
  const given = stored.redirectLettersTo ?? '';
  // What is no text, such as a number from an expression, must not pass for nothing.
  const number = (typeof given === 'string' ? given : JSON.stringify(given)).replace(/\s/g, '');
  const person = readFoedselsnummer(number);
  if (person.ok && person.synthetic) return person.value;
  if (number === '' || isOrganisasjonsnummer(number)) return number;
  throw incomplete(
    'redirectLettersTo',
    'The recipient that the Fiks credential redirects letters to is neither a synthetic person nor an organisation.',
    'Give the 11 digits of a synthetic test person, or the 9 digits of an organisation.',
  );
};

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE */
export const readFiksCredential = (stored: Stored): FiksCredential => {
  const integrationId = textOf(stored.integrationId);
  if (!isUuid(integrationId)) {
    throw incomplete(
      'integrationId',
      'The integration id in the Fiks credential is not a UUID.',
      'Copy it from the integration in Fiks forvaltning; it is not the Maskinporten client id.',
    );
  }
  const integrationPassword = typeof stored.integrationPassword === 'string' ? stored.integrationPassword : '';
  if (integrationPassword === '') {
    throw incomplete(
      'integrationPassword',
      'The Fiks credential has no integration password.',
      'Paste the password that was shown when the integration was made; a lost one must be made anew in Fiks forvaltning.',
    );
  }
  if (!/^[\x20-\x7e]+$/.test(integrationPassword)) {
    throw incomplete(
      'integrationPassword',
      'The integration password in the Fiks credential has a line break or a character that cannot be sent.',
      'Paste the password alone, on one line.',
    );
  }
  return {
    integrationId,
    integrationPassword,
    rolleId: optionalUuid(stored, 'rolleId', 'role id'),
    roles: readRoles(stored),
    kontoId: optionalUuid(stored, 'kontoId', 'account id'),
    accounts: readAccounts(stored),
    fiksOrgId: optionalUuid(stored, 'fiksOrgId', 'organisation id'),
    referenceSecret: textOf(stored.referenceSecret),
    allowProductionSends: stored.allowProductionSends === true,
    redirectLettersTo: readRedirection(stored),
  };
};
