import type { ConnectionPlan, Probe } from '../connection/plan';
import { FIKS_SCOPE, fiksCredentialOf } from '../fiks/fiksCall';
import { hostOf } from '../maskinporten/credential';
import type { Session } from '../session';
import { latestEventNumber } from './client/events';
import { scopeOf } from './client/packages';
import { FIKS_HOSTS, SKATTEETATEN_HOSTS, throughFiks, type Way } from './client/way';

/** The credential's own role and the named ones, each once. */
const probesOf = (session: Session): Probe[] => {
  const { rolleId, roles } = fiksCredentialOf(session);
  const named = roles.map((role) => ({ what: `the Folkeregister role ${role.name}`, id: role.rolleId }));
  const own =
    rolleId && !roles.some((role) => role.rolleId === rolleId)
      ? [{ what: 'the Folkeregister role of the credential', id: rolleId }]
      : [];
  return [...own, ...named].map(({ what, id }) => ({
    what,
    run: (asking) => latestEventNumber(asking, throughFiks(id)),
  }));
};

export const folkeregisterConnection: ConnectionPlan = {
  address: (credential) => hostOf(credential, FIKS_HOSTS),
  scope: () => FIKS_SCOPE,
  probes: probesOf,
};

const atSkatteetaten = (way: Way): ConnectionPlan => ({
  address: (credential) => hostOf(credential, SKATTEETATEN_HOSTS),
  scope: () => scopeOf(way.rettighetspakke),
  probes: () => [
    { what: `the rights package ${way.rettighetspakke}`, run: (session) => latestEventNumber(session, way) },
  ],
  withoutFiks: true,
});

const askedOfRole = (way: Way): ConnectionPlan => ({
  ...folkeregisterConnection,
  probes: () => [{ what: 'the Folkeregister role', run: (session) => latestEventNumber(session, way) }],
});

/** What the operations need with the same choices. */
export const folkeregisterFor = (input: Readonly<Record<string, unknown>>): ConnectionPlan => {
  const way = input as unknown as Way;
  if (way.route === 'skatteetaten') return atSkatteetaten(way);
  return way.rolleId === undefined ? folkeregisterConnection : askedOfRole(way);
};
