import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { RefusalBody } from '../traffic/service.js';
import type { Account } from './accounts.js';
import type { Forsendelse } from './forsendelse.js';
import { lastStateOf } from './letter.js';
import { FAILED_STATES } from './states.js';

/** How older interfaces of SvarUt turned away a shipment they had seen before. */
class RepeatedReference extends Refusal {
  readonly errorCode = 'GJENTAGENDE_FORSENDELSE';

  constructor(status: number) {
    super(status, 'Forsendelsen er sendt før', 'the account has a letter with this eksternReferanse already');
  }
}

/** With `repeatedReference` set to refuse, a reference opens again only after a letter that never reached anyone. */
export const refuseRepetition = (state: SandboxState, account: Account, { eksternReferanse }: Forsendelse): void => {
  if (state.settings.repeatedReference === 'accepted' || eksternReferanse == null) return;
  const elapsed = state.clock.elapsed();
  const seen = state.letters
    .all()
    .some(
      (letter) =>
        letter.account.kontoId === account.kontoId &&
        letter.forsendelse.eksternReferanse === eksternReferanse &&
        !FAILED_STATES.has(lastStateOf(letter, elapsed).state),
    );
  if (seen) throw new RepeatedReference(state.settings.invalidLetterStatus);
};

export const withErrorCode =
  (body: RefusalBody): RefusalBody =>
  (refusal, request) => ({
    ...(body(refusal, request) as object),
    ...(refusal instanceof RepeatedReference && { errorCode: refusal.errorCode }),
  });
