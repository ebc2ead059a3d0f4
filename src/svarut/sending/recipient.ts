/**
 * Name and address of a person, found while the letter is sent, so that they never enter what a host stores
 * (design: personal data). Who finds them is wired in the catalogue: the rooms of services do not know each other.
 */
import { isServiceError, ServiceError } from '../../http/serviceError';
import { executionOf, type Session } from '../../session';

export interface FoundRecipient {
  /** The number the register has now. */
  readonly foedselsnummer: string;
  readonly navn: string;
  /** In SvarUt's shape; nothing where the register has none, or withholds it. */
  readonly postalAddress: unknown;
  /** The address is withheld, so that nothing may be printed by itself. */
  readonly handleManually: boolean;
}

/** By the number asked for; a person who must not get a letter so is an error that says why. */
export type FindRecipients = (
  session: Session,
  rolleId: string | undefined,
  numbers: readonly string[],
) => Promise<ReadonlyMap<string, FoundRecipient | ServiceError>>;

/** What the fields of a letter say of its recipient. */
export interface RecipientInput {
  readonly foedselsnummer: string;
  readonly recipientFrom: 'flow' | 'folkeregister';
  readonly kunDigitalLevering: boolean;
  readonly rolleId: string | undefined;
}

const executions = new WeakMap<Session, Map<string, FoundRecipient | ServiceError>>();

const foundIn = (session: Session): Map<string, FoundRecipient | ServiceError> => {
  const found = executions.get(executionOf(session)) ?? new Map<string, FoundRecipient | ServiceError>();
  executions.set(executionOf(session), found);
  return found;
};

/** Who asked, and in which role, decides what the register told. */
const keyOf = ({ maskinporten }: Session, { rolleId, foedselsnummer }: RecipientInput): string =>
  JSON.stringify([maskinporten.consumerOrg, rolleId, foedselsnummer]);

/** Asks for all at once, before the first letter is sent. What fails is remembered as the error of those it concerns. */
export const findAhead = async (
  session: Session,
  find: FindRecipients,
  inputs: readonly RecipientInput[],
): Promise<void> => {
  const wanted = inputs.filter(({ recipientFrom }) => recipientFrom === 'folkeregister');
  const found = foundIn(session);
  for (const rolleId of new Set(wanted.map((input) => input.rolleId))) {
    const own = wanted.filter((input) => input.rolleId === rolleId);
    const numbers = [...new Set(own.map(({ foedselsnummer }) => foedselsnummer))];
    const recipients = await find(session, rolleId, numbers).catch((error: unknown) => {
      if (!isServiceError(error)) throw error;
      return new Map(numbers.map((number) => [number, error]));
    });
    for (const input of own) {
      const recipient = recipients.get(input.foedselsnummer);
      if (recipient) found.set(keyOf(session, input), recipient);
    }
  }
};

/**
 * @throws ServiceError what kept the person from being found, or from getting a letter
 */
export const foundAhead = (session: Session, input: RecipientInput): FoundRecipient => {
  const recipient = foundIn(session).get(keyOf(session, input));
  if (!recipient)
    throw new ServiceError(
      'ERR_PERSON_NOT_FOUND',
      'Folkeregisteret gave no answer about the recipient; the letter was not sent.',
      'Check the number in the source of this line, and run it again.',
      { service: 'folkeregister', field: 'foedselsnummer' },
    );
  if (isServiceError(recipient)) throw recipient;
  if (recipient.handleManually && !input.kunDigitalLevering)
    throw new ServiceError(
      'ERR_HANDLE_MANUALLY',
      'Folkeregisteret gives out no address of the recipient to flows; the letter was not sent.',
      'Handle the case manually. "Only Digital Delivery" needs no address.',
      { service: 'folkeregister', field: 'foedselsnummer' },
    );
  return recipient;
};
