import type { ConnectionPlan, Probe } from '../connection/plan';
import { FIKS_SCOPE, fiksCredentialOf } from '../fiks/fiksCall';
import { hostOf } from '../maskinporten/credential';
import type { Session } from '../session';
import { FOLKEREGISTER_HOSTS, latestEventNumber } from './client';

/** The credential's own role and the named ones, each once. */
const probesOf = (session: Session): Probe[] => {
  const { rolleId, roles } = fiksCredentialOf(session);
  const named = roles.map((role) => ({ what: `the Folkeregister role ${role.name}`, id: role.rolleId }));
  const own =
    rolleId && !roles.some((role) => role.rolleId === rolleId)
      ? [{ what: 'the Folkeregister role of the credential', id: rolleId }]
      : [];
  return [...own, ...named].map(({ what, id }) => ({ what, run: (asking) => latestEventNumber(asking, id) }));
};

export const folkeregisterConnection: ConnectionPlan = {
  address: (credential) => hostOf(credential, FOLKEREGISTER_HOSTS),
  scope: () => FIKS_SCOPE,
  probes: probesOf,
};
