/** A register that knows everyone, for tests of how it is asked. */
import type { TransportRequest } from '../../../src/http/transport';
import { jsonOf, type Reply, type Route } from '../fakePorts';

export const personWith = (foedselsEllerDNummer: string) => ({
  identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer }],
  status: [{ erGjeldende: true, status: 'bosatt' }],
});

export const isBulk = ({ url }: TransportRequest): boolean => url.includes('/bulkoppslag');

/** The ids that a request asks for. */
export const idsIn = (request: TransportRequest): string[] => {
  if (!isBulk(request)) return [/personer\/(?:arkiv\/)?([^/?]+)\?/.exec(request.url)?.[1] ?? ''];
  const body = jsonOf(request) as { foedselsEllerDNummer?: string[]; dokumentidentifikator?: string[] };
  return body.foedselsEllerDNummer ?? body.dokumentidentifikator ?? [];
};

/** @param numberOf whose document stands under an id, or what the register says instead of it */
export const register =
  (key: 'foedselsEllerDNummer' | 'dokumentidentifikator', numberOf: (id: string) => string | Reply): Route =>
  (request) => {
    const ids = idsIn(request);
    const [first = ''] = ids;
    if (!isBulk(request)) {
      const number = numberOf(first);
      return typeof number === 'string' ? { json: personWith(number) } : number;
    }
    const refusal = ids.map(numberOf).find((one): one is Reply => typeof one !== 'string' && one.status === 400);
    if (refusal) return refusal;
    return {
      json: {
        oppslag: ids.map((id) => {
          const number = numberOf(id);
          return typeof number === 'string'
            ? { [key]: id, folkeregisterperson: personWith(number) }
            : { [key]: id, feilmelding: { feilmelding: 'ukjent' } };
        }),
      },
    };
  };
