import { ServiceError } from '../../http/serviceError';
import { defineOperation } from '../../operations/operation';
import type { Session } from '../../session';
import { deleteDocuments } from '../client/oneLetter';
import { cannotBeUndone, confirmation, letterId, slettetype } from './fields';

/** In either language, whichever the form is read in. */
const WORDS: readonly (string | undefined)[] = ['DELETE', 'SLETT'];

const notConfirmed = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', message, action, { service: 'svarut', field });

/** Asked twice, in two ways: a switch can be on by an accident of the flow, and a word is not written by one. */
const requireConfirmation = (input: { readonly cannotBeUndone: boolean; readonly confirmation?: string }): void => {
  if (!input.cannotBeUndone)
    throw notConfirmed(
      cannotBeUndone.name,
      `Nothing was deleted: "${cannotBeUndone.label.en}" is off.`,
      'Turn it on if the documents of this letter are to be deleted for ever.',
    );
  if (!WORDS.includes(input.confirmation))
    throw notConfirmed(
      confirmation.name,
      `Nothing was deleted: "${confirmation.label.en}" does not hold the word.`,
      'Type DELETE (or SLETT), in capital letters, if the documents of this letter are to be deleted for ever.',
    );
};

export const deleteDocumentsOperation = defineOperation<Session>()({
  name: 'deleteDocuments',
  title: { en: 'Delete Documents Permanently', nb: 'Slett dokumenter for godt' },
  summary: {
    en: 'Remove the documents of a letter from SvarUt, for the recipient too. Cannot be undone, and does not recall the letter: what was delivered or printed stays with the recipient.',
    nb: 'Fjern dokumentene i et brev fra SvarUt, også for mottakeren. Kan ikke angres, og trekker ikke brevet tilbake: det som er levert eller skrevet ut, blir hos mottakeren.',
  },
  effect: 'send',
  endpoints: ['DELETE /v2/forsendelser/{forsendelseId}/dokumenter'],
  fields: [letterId, slettetype, cannotBeUndone, confirmation],
  sensitive: [],
  example: { letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2', documentsDeleted: 'ORIGINALDOKUMENTER' },
  each: async (session, input) => {
    requireConfirmation(input);
    await deleteDocuments(session, input.letterId, input.slettetype);
    return { letterId: input.letterId, documentsDeleted: input.slettetype };
  },
});
