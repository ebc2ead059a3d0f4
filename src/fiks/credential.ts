/**
 * The Fiks integration of a municipality (fact sheet fiks-platform §1, §3). Its environment is that of the token.
 */
import { ServiceError } from '../http/serviceError';
import { isUuid } from '../identifiers/uuid';

export interface FiksCredential {
  readonly integrationId: string;
  readonly integrationPassword: string;
  /** Folkeregister role used where a node names none. */
  readonly rolleId: string;
  /** SvarUt account used where a node names none. */
  readonly kontoId: string;
  /** Key for references derived from recipient and title; survives a change of the password. */
  readonly referenceSecret: string;
}

const incomplete = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', message, action, { service: 'fiks', field });

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const optionalUuid = (stored: Readonly<Record<string, unknown>>, field: string, title: string): string => {
  const text = textOf(stored[field]);
  if (text !== '' && !isUuid(text))
    throw incomplete(
      field,
      `The ${title} in the Fiks credential is not a UUID.`,
      'Copy the whole id, 36 characters with dashes.',
    );
  return text;
};

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE */
export const readFiksCredential = (stored: Readonly<Record<string, unknown>>): FiksCredential => {
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
    kontoId: optionalUuid(stored, 'kontoId', 'account id'),
    referenceSecret: textOf(stored.referenceSecret),
  };
};

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE when neither the node nor the credential names one */
export const chooseId = (
  named: string | undefined,
  credential: FiksCredential,
  field: 'rolleId' | 'kontoId',
): string => {
  const id = named ?? credential[field];
  if (id) return id;
  throw field === 'rolleId'
    ? incomplete(
        field,
        'No Folkeregister role is given.',
        'Fill in the role id in the Fiks credential, or on the node.',
      )
    : incomplete(
        field,
        'No SvarUt account is given.',
        'Fill in the account id in the Fiks credential, or on the node.',
      );
};
