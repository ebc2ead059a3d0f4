/**
 * KRR at Digdir, v2 (fact sheet krr §1, §2, §3, §5).
 */
import { isSuccess, readAnswer, refusal } from '../http/answer';
import { ServiceError } from '../http/serviceError';
import { authorizedCall } from '../maskinporten/authorizedCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { krrAnswer, krrEntry, notRegistered, personFrom, wirePerson, type KrrPerson } from './model';

const HOSTS: ServiceHosts = {
  test: 'https://test.kontaktregisteret.no',
  production: 'https://kontaktregisteret.no',
  sandbox: '/krr',
};

const CONTACT_SCOPE = 'krr:global/kontaktinformasjon.read';
const MAILBOX_SCOPE = 'krr:global/digitalpost.read';

export const KRR_LIMIT = 1000;

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'KRR answered about this person in a shape these nodes do not know.',
    'Report it with the version of the package; the service may have changed.',
    { service: 'krr' },
  );

/**
 * One answer for each number. Who is not in the answer is not registered, unless something in it could not be tied to
 * anybody: then it may have been about them.
 */
const join = (numbers: readonly string[], entries: readonly unknown[]): (KrrPerson | ServiceError)[] => {
  const asked = new Set(numbers);
  const found = new Map<string, KrrPerson | ServiceError>();
  let untied = false;
  for (const entry of entries) {
    const about = krrEntry.safeParse(entry).data?.personidentifikator;
    const wire = wirePerson.safeParse(entry);
    // A number nobody asked for may be the one that has replaced another.
    if (about === undefined || !asked.has(about)) untied = true;
    else found.set(about, wire.success ? personFrom(wire.data) : unreadable());
  }
  return numbers.map((number) => found.get(number) ?? (untied ? unreadable() : notRegistered(number)));
};

/**
 * Up to 1000 persons; one answer for each number, in the order asked.
 * @param withMailbox ask for the digital mailbox too, which needs a scope of its own
 * @throws ServiceError
 */
export const lookUpPersons = async (
  session: Session,
  numbers: readonly string[],
  withMailbox: boolean,
): Promise<(KrrPerson | ServiceError)[]> => {
  const scope = withMailbox ? `${CONTACT_SCOPE} ${MAILBOX_SCOPE}` : CONTACT_SCOPE;
  const response = await authorizedCall(session, scope, {
    service: 'krr',
    method: 'POST',
    url: `${hostOf(session.maskinporten, HOSTS)}/rest/v2/personer`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personidentifikatorer: numbers, inkluderIkkeRegistrerte: true }),
    timeoutMs: 30_000,
    retry: 'read',
  });
  if (!isSuccess(response)) {
    throw refusal('krr', response, {
      403: {
        code: 'ERR_FORBIDDEN',
        message: 'KRR says that the token lacks the right scope, or that your organisation has no access.',
        action:
          'Check that the Maskinporten client has krr:global/kontaktinformasjon.read, and krr:global/digitalpost.read if the digital mailbox is asked for.',
      },
    });
  }
  return join(numbers, readAnswer('krr', krrAnswer, response).personer ?? []);
};
