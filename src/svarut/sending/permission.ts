/**
 * Whether letters may leave at all, and to whom: switches on the credential, so that no single flow can be wrong about them.
 */
import { ServiceError } from '../../http/serviceError';
import { fiksCredentialOf } from '../../fiks/fiksCall';
import { isOrganisasjonsnummer } from '../../identifiers/organisasjonsnummer';
import { checkIdentifier } from '../../operations/checkIdentifier';
import type { IdentifierField } from '../../operations/field';
import type { JsonObject } from '../../operations/operation';
import { inputRulesFor, type Session } from '../../session';
import type { Letter } from '../letter/letter';
import { svarSendesTil } from './fields/delivery';

const isProduction = ({ maskinporten }: Session): boolean => maskinporten.environment === 'production';

/**
 * @throws ServiceError ERR_SENDING_OFF in production without the switch, ERR_REDIRECTED in production with a redirection
 */
export const checkMaySend = (session: Session): void => {
  if (!isProduction(session)) return;
  const { allowProductionSends, redirectLettersTo } = fiksCredentialOf(session);
  if (redirectLettersTo !== '')
    throw new ServiceError(
      'ERR_REDIRECTED',
      'The Fiks credential redirects all letters, which is for tests only, and this is production.',
      'Empty "Redirect All Letters To" in the credential; nothing was sent.',
      { service: 'svarut', field: 'redirectLettersTo' },
    );
  if (!allowProductionSends)
    throw new ServiceError(
      'ERR_SENDING_OFF',
      'The Fiks credential does not allow letters to be sent in production.',
      'When the flow is tested and someone has decided that it may send, turn on "Allow Sending in Production" in the credential.',
      { service: 'svarut', field: 'allowProductionSends' },
    );
};

export const maySend = (session: Session): boolean => {
  const { allowProductionSends, redirectLettersTo } = fiksCredentialOf(session);
  return !isProduction(session) || (allowProductionSends && redirectLettersTo === '');
};

const REPLY_TO_PERSON: IdentifierField = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: svarSendesTil.name,
  label: svarSendesTil.label,
  help: svarSendesTil.help,
  required: true,
};

/**
 * Whose number it is shows only with its kind beside it, after the fields were checked.
 * @throws ServiceError ERR_SYNTHETIC_IDENTIFIER, ERR_REAL_IDENTIFIER
 */
export const checkReplyTo = ({ maskinporten }: Session, { metadata }: Letter): void => {
  const { type, digitalId } = (metadata.svarSendesTil ?? {}) as { readonly type?: string; readonly digitalId?: string };
  if (type === 'PERSON') checkIdentifier(REPLY_TO_PERSON, digitalId, inputRulesFor(maskinporten));
};

const cannotBeRedirected = (): ServiceError =>
  new ServiceError(
    'ERR_REDIRECTED',
    'The Fiks credential redirects all letters to a recipient that this kind of letter cannot have; it was not sent.',
    'A person can stand in for persons and an organisation for organisations; letters on paper and in the health network cannot be redirected.',
    { service: 'svarut', field: 'redirectLettersTo' },
  );

/**
 * The letter as it may go: to the recipient that the credential has put in the place of all, and then never on paper, for
 * the address is still the other's.
 */
export const redirected = (session: Session, letter: Letter): Letter => {
  const { redirectLettersTo } = fiksCredentialOf(session);
  if (redirectLettersTo === '') return letter;
  const endpoint = isOrganisasjonsnummer(redirectLettersTo) ? 'organisasjon' : 'person';
  if (letter.endpoint !== endpoint) throw cannotBeRedirected();
  const { adresse: _address, ...mottaker } = letter.metadata.mottaker as JsonObject;
  return {
    ...letter,
    channel: 'digitalOnly',
    printable: [],
    metadata: {
      ...letter.metadata,
      kunDigitalLevering: true,
      eksponertFor: undefined,
      mottaker: { ...mottaker, digitalId: redirectLettersTo },
    },
  };
};
