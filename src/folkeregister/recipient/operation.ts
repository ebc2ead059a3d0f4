/**
 * Find Letter Recipient: who shall receive the letter about each person, and where.
 */
import { isServiceError } from '../../http/serviceError';
import { defineOperation, failed, succeeded } from '../../operations/operation';
import type { Session } from '../../session';
import { askFor } from '../chosenParts';
import { BULK_LIMIT, PERSONS, type Found } from '../client/documents';
import type { Way } from '../client/way';
import { foedselsnummer, recheckUnknown } from '../fields/numbers';
import { includeProtectedAddresses } from '../fields/shown';
import { WAY } from '../fields/way';
import { lookUp } from '../lookUp';
import { matter } from './fields';
import { findRecipients, type LookUp } from './findRecipients';
import { REASONS } from './reasons';

/** A thousand persons can have more than a thousand recipients. */
const inCallsOf =
  (session: Session, way: Way, recheckUnknown: boolean): LookUp =>
  async (numbers, parts) => {
    const how = askFor(session, { ...way, parts, historikk: false });
    const found: Found[] = [];
    for (let at = 0; at < numbers.length; at += BULK_LIMIT)
      found.push(...(await lookUp(session, how, PERSONS, numbers.slice(at, at + BULK_LIMIT), recheckUnknown)));
    return found;
  };

export const findLetterRecipient = defineOperation<Session>()({
  name: 'findLetterRecipient',
  title: { en: 'Find Letter Recipient', nb: 'Finn mottaker av brev' },
  summary: {
    en: 'Who shall receive a letter about each person, with name and postal address: the person, those with parental responsibility for a minor, a guardian, or whoever answers for the estate of the dead. What the register does not settle is for you to handle manually, with the reason.',
    nb: 'Hvem som skal ha et brev om hver person, med navn og postadresse: personen selv, den eller dem som har foreldreansvar for en mindreårig, en verge, eller den som svarer for dødsboet. Det registeret ikke avgjør, må du håndtere manuelt, med begrunnelsen.',
  },
  effect: 'read',
  endpoints: ['GET /v1/personer/{personidentifikator}', 'POST /v1/personer/bulkoppslag'],
  fields: [foedselsnummer, matter, includeProtectedAddresses, recheckUnknown, ...WAY],
  batch: { limit: BULK_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'name', 'recipients', 'reason', 'reasonText'],
  example: {
    foedselsnummer: '30891694896',
    name: 'LEKEN FYRLYKT',
    recipients: [
      {
        role: 'parentalResponsibility',
        foedselsnummer: '12848539668',
        organisasjonsnummer: null,
        name: 'RASK FYRLYKT',
        contactName: null,
        postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
      },
    ],
    handleManually: false,
    reason: 'FORELDREANSVAR',
    reasonText: REASONS.FORELDREANSVAR,
    notifyMinorToo: false,
  },
  branches: {
    names: [
      { value: 'send', label: { en: 'Send', nb: 'Send' } },
      { value: 'handleManually', label: { en: 'Handle Manually', nb: 'Håndter manuelt' } },
    ],
    of: ({ handleManually }) => (handleManually === false ? 'send' : 'handleManually'),
  },
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const numbers = inputs.map((input) => input.foedselsnummer);
    const found = await findRecipients(inCallsOf(session, first, first.recheckUnknown), numbers, {
      matter: first.matter,
      addresses: first.includeProtectedAddresses,
      nowMs: session.ports.now(),
    });
    return found.map((one) => (isServiceError(one) ? failed(one) : succeeded(one)));
  },
});
