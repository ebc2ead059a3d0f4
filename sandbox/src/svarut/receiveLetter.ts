import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { Sender } from '../traffic/sender.js';
import type { Account } from './accounts.js';
import { decideDelivery, type Delivery } from './channel.js';
import { findFaultyDocument, judgeSizes, pairFiles, type FiledDocument } from './files.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';
import type { KeptBytes, Letter, LetterDocument } from './letter.js';
import type { UploadedFile } from './receivedFile.js';
import { refuseRepetition } from './repeatedReference.js';
import { brokenRule, type Problem } from './rules.js';
import { readForsendelse } from './schema/readForsendelse.js';
import { NO_SIGNING_AGREEMENT, planSigning } from './signing.js';
import { planTimeline } from './timeline.js';
import type { Upload } from './upload.js';

/** Judges an upload and makes a letter of it, with everything that will become of it. */
export const receiveLetter = (
  state: SandboxState,
  sender: Sender,
  account: Account,
  endpoint: Endpoint,
  upload: Upload,
): Letter => {
  const { settings, world } = state;
  const receivedAt = new Date();
  const forsendelse = readForsendelse(endpoint, upload.metadata, settings);
  const problem =
    brokenRule({ endpoint, account, forsendelse, world, now: receivedAt }, settings) ?? findUnopenedFile(upload.files);
  if (problem && settings.letterRules === 'atOnce') {
    throw new Refusal(settings.invalidLetterStatus, `Ugyldig forsendelse: ${problem.message}`, problem.reason);
  }
  const documents = pairFiles(endpoint, forsendelse, upload.files, settings);
  judgeSizes(endpoint, forsendelse, documents, settings);
  refuseRepetition(state, account, forsendelse);

  const delivery = decideDelivery(forsendelse, endpoint, state);
  const rejection =
    problem?.message ??
    findFaultyDocument(forsendelse, documents) ??
    laterRefusal(endpoint, forsendelse, account, delivery);
  return state.letters.accept({
    receivedAt,
    receivedElapsed: state.clock.elapsed(),
    sender,
    account,
    endpoint,
    metadata: kept(upload.metadataBytes),
    forsendelse,
    channel: rejection === undefined ? delivery.channel : 'none',
    documents: documents.map(toLetterDocument),
    signing: planSigning(forsendelse, delivery, account, settings, receivedAt),
    plan: planTimeline({ forsendelse, delivery, account, rejection }, settings),
  });
};

const findUnopenedFile = (files: readonly UploadedFile[]): Problem | undefined => {
  const reason = files.find(({ unopened }) => unopened !== undefined)?.unopened;
  return reason === undefined ? undefined : { message: 'et dokument kan ikke dekrypteres', reason };
};

/** What comes to light only when SvarUt tries to deliver. */
const laterRefusal = (
  endpoint: Endpoint,
  { signering }: Forsendelse,
  { signing }: Account,
  { party }: Delivery,
): string | undefined => {
  if (signering && !signing) return NO_SIGNING_AGREEMENT;
  return endpoint === 'nhn' && !party ? 'fant ingen fastlege for pasienten' : undefined;
};

const toLetterDocument = ({ file, ...dokument }: FiledDocument): LetterDocument => ({
  ...dokument,
  size: file.size,
  sha256: file.sha256,
  content: file.content,
  ...(file.encrypted && { encrypted: file.encrypted }),
});

const kept = (content: Buffer): KeptBytes => ({
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  content,
});
