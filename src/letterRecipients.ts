/**
 * Where SvarUt's letters meet Folkeregisteret: name and address of a person, looked up when the letter is sent. The rooms of
 * the two services do not know each other; the register is asked by the very operation that a flow would use.
 */
import { ServiceError } from './http/serviceError';
import { runOperation } from './operations/run';
import type { JsonObject, Operation, Outcome } from './operations/operation';
import { inputRulesFor, type Session } from './session';
import type { FindRecipients, FoundRecipient } from './svarut/sending/recipient';

const DEAD = 'doed';

type IsLiving = (personStatus: unknown) => boolean;

/** What a letter needs to know, and no more. */
const PARTS = [
  'navn',
  'status',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
];

const isDead = (): ServiceError =>
  new ServiceError(
    'ERR_HANDLE_MANUALLY',
    'The recipient is dead according to Folkeregisteret; the letter was not sent.',
    "Find the contact of the estate with Folkeregister's Find Letter Recipient, or handle the case manually.",
    { service: 'folkeregister', field: 'foedselsnummer' },
  );

/** Gone, out of the register, or of no status that is known: the same that Find Letter Recipient leaves to a human. */
const notKnownToLive = (): ServiceError =>
  new ServiceError(
    'ERR_HANDLE_MANUALLY',
    'Folkeregisteret does not say that the recipient can get letters: the person is gone, no longer registered, or of unknown status. The letter was not sent.',
    "Look the person up with Folkeregister's Find Letter Recipient, which says why, and handle the case manually.",
    { service: 'folkeregister', field: 'foedselsnummer' },
  );

const recipientOf = (number: string, person: JsonObject, isLiving: IsLiving): FoundRecipient | ServiceError => {
  const { foedselsnummer, name, personStatus, postalAddress, handleManually } = person;
  if (personStatus === DEAD) return isDead();
  if (!isLiving(personStatus)) return notKnownToLive();
  return {
    foedselsnummer: typeof foedselsnummer === 'string' ? foedselsnummer : number,
    navn: typeof name === 'string' ? name : '',
    postalAddress,
    handleManually: handleManually !== false,
  };
};

const foundIn = (
  number: string,
  outcome: Outcome | undefined,
  isLiving: IsLiving,
): FoundRecipient | ServiceError | undefined => {
  if (!outcome) return undefined;
  return outcome.ok ? recipientOf(number, outcome.value, isLiving) : outcome.error;
};

/**
 * @param getPerson Folkeregister's own look-up, with its simplified result by default
 * @param isLiving whether a person of that status can get letters
 */
export const recipientsThrough =
  (getPerson: Operation<Session>, isLiving: IsLiving): FindRecipients =>
  async (session, rolleId, numbers) => {
    const inputs = numbers.map((foedselsnummer) => ({ values: { foedselsnummer, rolleId, parts: PARTS } }));
    const { signal, maskinporten } = session;
    const outcomes = await runOperation(getPerson, session, inputs, { rules: inputRulesFor(maskinporten), signal });
    return new Map(
      numbers.flatMap((number, at) => {
        const found = foundIn(number, outcomes[at], isLiving);
        return found ? [[number, found] as const] : [];
      }),
    );
  };
