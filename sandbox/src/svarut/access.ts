import { isUuid } from '../identifiers.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { findAccount, type Account, type Privilege } from './accounts.js';
import type { Letter } from './letter.js';

/** The account of a request's path, which the integration must have this right on. */
export const accountFor = (kontoId: string, privilege: Privilege): Account => {
  if (!isUuid(kontoId)) throw new Refusal(400, 'Ugyldig kontoId', 'kontoId is not a UUID');
  const account = findAccount(kontoId);
  if (account?.privileges.has(privilege)) return account;
  const reason = account ? `may not ${privilege} on the account "${account.name}"` : 'has no rights on this account';
  throw new Refusal(403, 'Mangler tilgang', `the integration ${reason}`);
};

/** The shipment of a request's path. Who may see it is decided by its sender's account. */
export const letterFor = (state: SandboxState, forsendelseId: string, privilege: Privilege): Letter => {
  if (!isUuid(forsendelseId)) throw new Refusal(400, 'Ugyldig forsendelseId', 'forsendelseId is not a UUID');
  const letter = state.letters.find(forsendelseId);
  if (!letter) throw new Refusal(404, 'Fant ikke forsendelsen', 'no such shipment');
  accountFor(letter.account.kontoId, privilege);
  return letter;
};
