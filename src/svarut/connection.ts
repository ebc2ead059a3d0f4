import type { ConnectionPlan, Probe } from '../connection/plan';
import { FIKS_SCOPE, fiksCredentialOf } from '../fiks/fiksCall';
import { hostOf } from '../maskinporten/credential';
import type { Session } from '../session';
import { SVARUT_HOSTS } from './client/calls';
import { findByReference } from './client/shipments';

/** No letter has it: references with an underscore in front are never made here. */
const NO_LETTER = '_connection-check';

/** The credential's own account and the named ones, each once. */
const probesOf = (session: Session): Probe[] => {
  const { kontoId, accounts } = fiksCredentialOf(session);
  const named = accounts.map((account) => ({ what: `the SvarUt account ${account.name}`, id: account.kontoId }));
  const own =
    kontoId && !accounts.some((account) => account.kontoId === kontoId)
      ? [{ what: 'the SvarUt account of the credential', id: kontoId }]
      : [];
  return [...own, ...named].map(({ what, id }) => ({ what, run: (asking) => findByReference(asking, id, NO_LETTER) }));
};

export const svarutConnection: ConnectionPlan = {
  address: (credential) => hostOf(credential, SVARUT_HOSTS),
  scope: () => FIKS_SCOPE,
  probes: probesOf,
};
