/**
 * KRR at Digdir: one function per endpoint (fact sheet krr §1, §2, §3, §5, §7).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer, refusal } from '../http/answer';
import type { Call } from '../http/call';
import { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { authorizedCall } from '../maskinporten/authorizedCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { krrAnswer, krrEntry, personFrom, wirePerson, type Version } from './model';
import { notRegistered, type KrrPerson } from './person';
import { CHANGES_SCOPE, krrScopes, scopeAdvice } from './scopes';

export const KRR_HOSTS: ServiceHosts = {
  test: 'https://test.kontaktregisteret.no',
  production: 'https://kontaktregisteret.no',
  sandbox: '/krr',
};

export const KRR_LIMIT = 1000;

/** A 500 is given one more try and no more (fact sheet krr §5). */
export const KRR_RETRIES = { retry: 'read', attempts: { 500: 2 } } as const satisfies Pick<Call, 'retry' | 'attempts'>;

export const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'KRR answered about this person in a shape these nodes do not know.',
    'Report it with the version of the package; the service may have changed.',
    { service: 'krr' },
  );

const post = (session: Session, scope: string, path: string, body: object): Promise<TransportResponse> =>
  authorizedCall(session, scope, {
    service: 'krr',
    method: 'POST',
    url: `${hostOf(session.maskinporten, KRR_HOSTS)}/rest/${path}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: 30_000,
    ...KRR_RETRIES,
  });

/**
 * One answer for each number. Who is not in the answer is not registered, unless something in it could not be tied to
 * anybody: then it may have been about them.
 */
const join = (
  numbers: readonly string[],
  entries: readonly unknown[],
  version: Version,
): (KrrPerson | ServiceError)[] => {
  const asked = new Set(numbers);
  const found = new Map<string, KrrPerson | ServiceError>();
  let untied = false;
  for (const entry of entries) {
    const about = krrEntry.safeParse(entry).data?.personidentifikator;
    const wire = wirePerson.safeParse(entry);
    // A number nobody asked for may be the one that has replaced another.
    if (about === undefined || !asked.has(about)) untied = true;
    // Two answers about one person are none.
    else if (found.has(about)) found.set(about, unreadable());
    else found.set(about, wire.success ? personFrom(wire.data, version) : unreadable());
  }
  return numbers.map((number) => found.get(number) ?? (untied ? unreadable() : notRegistered(number)));
};

/** Version 1 knows no such wish; what a number left out means is the same for both. */
const WISHES = { v1: {}, v2: { inkluderIkkeRegistrerte: true } } as const;

export interface Digdir {
  readonly krrVersion: Version;
  /** Ask for the digital mailbox too, which needs a scope of its own. */
  readonly includeMailbox: boolean;
}

/**
 * Up to 1000 persons; one answer for each number, in the order asked.
 * @throws ServiceError
 */
export const getPersons = async (
  session: Session,
  { krrVersion, includeMailbox }: Digdir,
  numbers: readonly string[],
): Promise<(KrrPerson | ServiceError)[]> => {
  const scope = krrScopes(session.maskinporten, includeMailbox);
  const body = { personidentifikatorer: numbers, ...WISHES[krrVersion] };
  const response = await post(session, scope, `${krrVersion}/personer`, body);
  if (!isSuccess(response)) {
    throw refusal('krr', response, {
      403: {
        code: 'ERR_FORBIDDEN',
        message: 'KRR says that the token lacks the right scope, or that your organisation has no access.',
        action: `${scopeAdvice(session.maskinporten, scope)} Digdir must have approved the organisation for KRR.`,
      },
    });
  }
  return join(numbers, readAnswer('krr', krrAnswer, response).personer ?? [], krrVersion);
};

/** A copy must not lack anybody without a word, so here one entry that cannot be read does take the others with it. */
const changesAnswer = z.looseObject({
  list: z.array(wirePerson),
  tilEndringsId: z.number(),
  sisteEndringsId: z.number(),
});

export interface Changes {
  readonly persons: readonly KrrPerson[];
  /** Where the next page begins. */
  readonly tilEndringsId: number;
  /** The newest change there is. */
  readonly sisteEndringsId: number;
}

/**
 * The persons changed after a change, at most 1000.
 * @throws ServiceError
 */
export const getChanges = async (
  session: Session,
  fraEndringsId: number,
  includeMailbox: boolean,
): Promise<Changes> => {
  const scope = `${CHANGES_SCOPE} ${krrScopes(session.maskinporten, includeMailbox)}`;
  const response = await post(session, scope, 'v2/krr/hentEndringer', { fraEndringsId });
  if (!isSuccess(response)) {
    throw refusal('krr', response, {
      403: {
        code: 'ERR_FORBIDDEN',
        message: 'KRR does not let your organisation read its changes.',
        action: 'Digdir opens the changes to nobody new: look persons up when something is to be sent instead.',
      },
    });
  }
  const { list, tilEndringsId, sisteEndringsId } = readAnswer('krr', changesAnswer, response);
  return { persons: list.map((wire) => personFrom(wire, 'v2')), tilEndringsId, sisteEndringsId };
};
