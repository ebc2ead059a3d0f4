/**
 * The two ways to the register, which answer alike: through Fiks, where a role stands for the rights package, and directly at
 * Skatteetaten (fact sheet folkeregister §1.1, §1.2). Nothing else here knows an address, a scope or which headers go along.
 */
import { chooseRole } from '../../fiks/chooseId';
import { fiksCall, fiksCredentialOf } from '../../fiks/fiksCall';
import type { Call } from '../../http/call';
import type { TransportResponse } from '../../http/transport';
import { authorizedCall } from '../../maskinporten/authorizedCall';
import { hostOf, type ServiceHosts } from '../../maskinporten/credential';
import type { Session } from '../../session';
import { pathOf, RIGHTS_PACKAGES, scopeOf, type RightsPackage } from './packages';

export const FIKS_HOSTS: ServiceHosts = {
  test: 'https://api.fiks.test.ks.no',
  production: 'https://api.fiks.ks.no',
  sandbox: '/fiks',
};

export const SKATTEETATEN_HOSTS: ServiceHosts = {
  test: 'https://folkeregisteret-api-konsument.sits.no',
  production: 'https://folkeregisteret.api.skatteetaten.no',
  sandbox: '/skatteetaten',
};

export type Route = 'fiks' | 'skatteetaten';

export interface Way {
  readonly route: Route;
  /** Through Fiks: a role's id, or its name in the credential; the credential's own when absent. */
  readonly rolleId: string | undefined;
  /** At Skatteetaten. */
  readonly rettighetspakke: RightsPackage;
}

/** @param rolleId a role's id or name; the credential's own when absent */
export const throughFiks = (rolleId?: string): Way => ({
  route: 'fiks',
  rolleId,
  rettighetspakke: RIGHTS_PACKAGES[0].value,
});

/** A way, and what to ask for on it. */
export interface Ask extends Way {
  /** Every part by its own name: without any a narrow role refuses and a wide one tells too much. */
  readonly parts: readonly string[];
}

/** The role's id. */
export const roleOf = (session: Session, { rolleId }: Way): string => chooseRole(rolleId, fiksCredentialOf(session));

/** What must be asked anew about each: whoever is refused by one need not be by another. */
export const doorOf = (session: Session, way: Way): string =>
  way.route === 'fiks' ? roleOf(session, way) : way.rettighetspakke;

/** KS' own services upon the register stand beside the mirror of it. */
export const fiksBaseOf = ({ maskinporten }: Session): string =>
  `${hostOf(maskinporten, FIKS_HOSTS)}/folkeregister/api/v1`;

const baseOf = (session: Session, way: Way): string =>
  way.route === 'fiks'
    ? `${fiksBaseOf(session)}/${roleOf(session, way)}`
    : `${hostOf(session.maskinporten, SKATTEETATEN_HOSTS)}/folkeregisteret/${pathOf(way.rettighetspakke)}`;

/** Skatteetaten refuses tokens that are made for one receiver. */
const forNobodyInParticular = (session: Session): Session => ({
  ...session,
  maskinporten: { ...session.maskinporten, resource: '' },
});

export interface Question {
  /** After `/v1/`, with the query. */
  readonly resource: string;
  /** Sent as JSON; the question is then a POST. */
  readonly body?: unknown;
  readonly accept?: string;
  readonly timeoutMs: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `never` for what must not happen twice; everything else is repeated as reads are. */
  readonly retry?: Call['retry'];
}

/** @returns the answer, whatever its status */
export const ask = async (
  session: Session,
  way: Way,
  { resource, body, accept = 'application/json', timeoutMs, headers = {}, retry = 'read' }: Question,
): Promise<TransportResponse> => {
  const call: Omit<Call, 'signal'> = {
    service: 'folkeregister',
    method: body === undefined ? 'GET' : 'POST',
    url: `${baseOf(session, way)}/v1/${resource}`,
    // Without a type of its own a body is read as XML.
    headers: { accept, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs,
    retry,
    retryAfterUnit: 'milliseconds',
  };
  return way.route === 'fiks'
    ? fiksCall(session, call)
    : authorizedCall(forNobodyInParticular(session), scopeOf(way.rettighetspakke), call);
};
