/**
 * What can be looked up before a letter is sent: one function per endpoint (fact sheet svarut §3, 13 to 15).
 */
import type { z } from 'zod/v4';
import { errorMarks, isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import { fiksCall } from '../../fiks/fiksCall';
import type { Session } from '../../session';
import { nhnPartyAnswer, receivingSystemsAnswer, shipmentTypesAnswer, type NhnParty } from '../model';
import { apiOf, READ_TIMEOUT_MS, refused, speaksOf } from './calls';

const get = (session: Session, url: string): Promise<TransportResponse> =>
  fiksCall(session, { service: 'svarut', method: 'GET', url, headers: {}, timeoutMs: READ_TIMEOUT_MS, retry: 'read' });

const ask = async <T>(session: Session, url: string, schema: z.ZodType<T>): Promise<T> => {
  const response = await get(session, url);
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', schema, response);
};

export const listShipmentTypes = async (session: Session): Promise<readonly string[]> =>
  (await ask(session, `${apiOf(session, 'v2')}/forsendelsestyper`, shipmentTypesAnswer)).forsendelsestyper;

export interface ReceivingSystemFilter {
  readonly organisasjonsnummer: string | undefined;
  readonly forsendelsestype: string | undefined;
  readonly niva: number | undefined;
}

export type ReceivingSystem = z.infer<typeof receivingSystemsAnswer>['mottakersystemer'][number];

/** Without a filter: all there are. */
export const findReceivingSystems = async (
  session: Session,
  { organisasjonsnummer, forsendelsestype, niva }: ReceivingSystemFilter,
): Promise<readonly ReceivingSystem[]> => {
  const query = new URLSearchParams({
    ...(organisasjonsnummer !== undefined && { organisasjonsnummer }),
    // Spelt otherwise than in the metadata of a letter.
    ...(forsendelsestype !== undefined && { forsendelseType: forsendelsestype }),
    ...(niva !== undefined && { niva: String(niva) }),
  });
  const url = `${apiOf(session, 'v2')}/mottakersystem${query.size > 0 ? `?${query}` : ''}`;
  return (await ask(session, url, receivingSystemsAnswer)).mottakersystemer;
};

/** The published description has 404 for an unknown party; an environment without the look-up gives it too. */
const noParty = (response: TransportResponse): ServiceError => {
  const known = speaksOf(response, /her-?id|party|aktør/i);
  return new ServiceError(
    'ERR_NOT_FOUND',
    known
      ? "The health network's address register has nobody with that HER-id."
      : 'Nobody has that HER-id, or SvarUt has no look-up in the health network in this environment; its answer does not say which.',
    known
      ? 'Check the HER-id in the address register (Adresseregisteret).'
      : 'Try a HER-id that is known to exist; if that fails too, ask KS Digital (fiks@ksdigital.no) whether the look-up has been released.',
    { service: 'svarut', status: response.status, field: 'herId', ...errorMarks(response) },
  );
};

export const lookUpNhnParty = async (session: Session, herId: number): Promise<NhnParty> => {
  const response = await get(session, `${apiOf(session, 'v1')}/nhn/oppslag/${herId}`);
  if (response.status === 404) throw noParty(response);
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', nhnPartyAnswer, response);
};
