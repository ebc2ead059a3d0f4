/**
 * Which of the three look-alike ids a call uses: the one the node names, by name or as a UUID, or the credential's own.
 */
import { ServiceError } from '../http/serviceError';
import { isUuid } from '../identifiers/uuid';
import type { FiksCredential, NamedRole } from './credential';

type IdField = 'rolleId' | 'kontoId' | 'fiksOrgId';

const WORDS: Record<IdField, { readonly what: string; readonly id: string }> = {
  rolleId: { what: 'Folkeregister role', id: 'role id' },
  kontoId: { what: 'SvarUt account', id: 'account id' },
  fiksOrgId: { what: 'Fiks organisation', id: 'organisation id' },
};

const none = (field: IdField): ServiceError =>
  new ServiceError(
    'ERR_CREDENTIAL_INCOMPLETE',
    `No ${WORDS[field].what} is given.`,
    `Fill in the ${WORDS[field].id} in the Fiks credential, or choose one on the node.`,
    { service: 'fiks', field },
  );

/** The names in the credential are no secrets; what was given may be anything. */
const unknown = (field: IdField, names: readonly string[]): ServiceError =>
  new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `The ${WORDS[field].what} given is neither a UUID nor a name in the Fiks credential.`,
    names.length > 0
      ? `Give one of: ${names.join(', ')}; or the whole id, 36 characters with dashes.`
      : 'Give the whole id, 36 characters with dashes. Role id, account id and organisation id look alike: check that it is the right one.',
    { service: 'fiks', field },
  );

const choose = (
  given: string | undefined,
  field: IdField,
  named: readonly { readonly name: string; readonly id: string }[],
  fallback: string,
): string => {
  const wanted = given ?? fallback;
  if (wanted === '') throw none(field);
  if (isUuid(wanted)) return wanted;
  const found = named.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found) return found.id;
  throw unknown(
    field,
    named.map(({ name }) => name),
  );
};

/** The ids look alike, and what the credential has one for is not the other. */
const isMistaken = (rolleId: string, { fiksOrgId, kontoId, integrationId, accounts }: FiksCredential): boolean =>
  [fiksOrgId, kontoId, integrationId, ...accounts.map((account) => account.kontoId)].some(
    (id) => id.toLowerCase() === rolleId.toLowerCase(),
  );

const mistaken = (): ServiceError =>
  new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    'The Folkeregister role given is the id of an organisation, an account or an integration in the Fiks credential.',
    'Copy the id of the role from Fiks Folkeregister in Fiks forvaltning.',
    { service: 'fiks', field: 'rolleId' },
  );

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE, ERR_INVALID_IDENTIFIER */
export const chooseRole = (given: string | undefined, credential: FiksCredential): string => {
  const roles = credential.roles.map((role) => ({ name: role.name, id: role.rolleId }));
  const chosen = choose(given, 'rolleId', roles, credential.rolleId);
  if (!roles.some(({ id }) => id === chosen) && isMistaken(chosen, credential)) throw mistaken();
  return chosen;
};

/** What the credential says of a role; nothing where it only has the id. */
export const roleNamed = (rolleId: string, { roles }: FiksCredential): NamedRole | undefined =>
  roles.find((role) => role.rolleId.toLowerCase() === rolleId.toLowerCase());

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE, ERR_INVALID_IDENTIFIER */
export const chooseAccount = (given: string | undefined, { kontoId, accounts }: FiksCredential): string =>
  choose(
    given,
    'kontoId',
    accounts.map((account) => ({ name: account.name, id: account.kontoId })),
    kontoId,
  );

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE, ERR_INVALID_IDENTIFIER */
export const chooseOrganisation = (given: string | undefined, { fiksOrgId }: FiksCredential): string =>
  choose(given, 'fiksOrgId', [], fiksOrgId);
