/**
 * The vehicle register through Fiks: one function per endpoint (fact sheet kjoretoy §1, §2, §11). An answer is JSON as it
 * came, or undefined where the register says that it has nothing (204).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../http/answer';
import { chooseOrganisation } from '../fiks/chooseId';
import { fiksCall, fiksCredentialOf } from '../fiks/fiksCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { withinQuota } from './quota';
import { refused } from './refusal';

export const KJORETOYREGISTER_HOSTS: ServiceHosts = {
  test: 'https://api.fiks.test.ks.no',
  production: 'https://api.fiks.ks.no',
  sandbox: '/fiks',
};

export type Key = 'kjennemerke' | 'kuid';

/** What one vehicle is asked for by: a plate or a kuid, and the moment it is asked about (ISO 8601 with offset). */
export type Asked = Readonly<Partial<Record<Key, string>>> & { readonly dtg?: string };

/** The searches that answer with vehicles. */
export type SearchResource =
  'eiernavn' | 'fodselsnummer' | 'organisasjonsnummer' | 'kundeid' | 'kjennemerke' | 'understellsnummer';

/** Parameters of a search; what is absent is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const mirror = (organisation: string): string => `/${organisation}/rest/distribusjon/kjoretoy/v2.0`;

const ksApi = (organisation: string): string => `/v1/ks/${organisation}`;

const ask = async (session: Session, path: string, body: unknown): Promise<unknown> => {
  const response = await fiksCall(session, {
    service: 'kjoretoyregister',
    method: body === undefined ? 'GET' : 'POST',
    url: `${hostOf(session.maskinporten, KJORETOYREGISTER_HOSTS)}/kjoretoyregister/api${path}`,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs: 60_000,
    retry: 'read',
  });
  if (response.status === 204) return undefined;
  if (!isSuccess(response)) throw refused(response, session.ports.now());
  return readAnswer('kjoretoyregister', z.unknown(), response);
};

const call = async (
  session: Session,
  fiksOrgId: string | undefined,
  pathFor: (organisation: string) => string,
  body?: unknown,
): Promise<unknown> => {
  const organisation = encodeURIComponent(chooseOrganisation(fiksOrgId, fiksCredentialOf(session)));
  return withinQuota(session, organisation, () => ask(session, pathFor(organisation), body));
};

const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** Vehicles by plate or kuid, now or at a moment. */
export const lookUpMany = async (
  session: Session,
  fiksOrgId: string | undefined,
  key: Key,
  asked: readonly Asked[],
): Promise<unknown> => call(session, fiksOrgId, (organisation) => `${mirror(organisation)}/bulk/${key}`, asked);

/** The vehicles that have a chassis number; there may be several. */
export const lookUpUnderstellsnummer = async (
  session: Session,
  fiksOrgId: string | undefined,
  understellsnummer: string,
): Promise<unknown> =>
  call(
    session,
    fiksOrgId,
    (organisation) => `${mirror(organisation)}/bulk/understellsnummer/${encodeURIComponent(understellsnummer)}`,
  );

/** One page of a search; `fra` is the first row wanted and counts from 1. */
export const searchVehicles = async (
  session: Session,
  fiksOrgId: string | undefined,
  resource: SearchResource,
  query: Query & { readonly fra: number; readonly antall: number },
): Promise<unknown> =>
  call(session, fiksOrgId, (organisation) => withQuery(`${mirror(organisation)}/sok/${resource}`, query));

/** People and organisations that own vehicles; has no pages. */
export const searchCustomers = async (
  session: Session,
  fiksOrgId: string | undefined,
  query: Query,
): Promise<unknown> =>
  call(session, fiksOrgId, (organisation) => withQuery(`${mirror(organisation)}/sok/kunde`, query));

/** KS' own service: a person's vehicles, all at once. */
export const vehiclesOfPerson = async (
  session: Session,
  fiksOrgId: string | undefined,
  foedselsnummer: string,
): Promise<unknown> =>
  call(session, fiksOrgId, (organisation) => `${ksApi(organisation)}/person`, { fnr: foedselsnummer });

/** KS' own service: one page of an organisation's vehicles; `fra` is the first row wanted and counts from 0. */
export const vehiclesOfOrganisation = async (
  session: Session,
  fiksOrgId: string | undefined,
  organisasjonsnummer: string,
  page: { readonly fra: number; readonly antall: number },
): Promise<unknown> =>
  call(session, fiksOrgId, (organisation) => `${ksApi(organisation)}/organisasjon`, { organisasjonsnummer, ...page });
