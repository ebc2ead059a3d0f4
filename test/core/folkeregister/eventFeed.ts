/** A register in which things happen, for tests of how its feed is read. */
import type { TransportRequest } from '../../../src/http/transport';
import type { Reply, Route } from '../fakePorts';
import { isBulk, register } from './register';

export interface Happening {
  readonly sekvensnummer: number;
  readonly type: string;
  readonly person: string;
}

export interface FeedSettings {
  readonly pageSize?: number;
  /** What is past the end: an empty page, or nothing at all. */
  readonly pastEnd?: 'empty' | '404';
  readonly givesEtag?: boolean;
  /** Numbers below it are too old. */
  readonly oldest?: number;
}

export const idOf = (sekvensnummer: number): string => sekvensnummer.toString(16).padStart(32, 'e');

const wireEvent = ({ sekvensnummer, type, person }: Happening) => ({
  sekvensnummer,
  hendelse: {
    folkeregisteridentifikator: person,
    hendelsetype: type,
    hendelsesdokument: idOf(sekvensnummer),
    persondokument: idOf(sekvensnummer + 1),
    ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
  },
});

export class Feed {
  readonly happened: Happening[] = [];

  constructor(private readonly settings: FeedSettings = {}) {}

  happens(sekvensnummer: number, type = 'endringINavn', person = '12848539668'): void {
    this.happened.push({ sekvensnummer, type, person });
  }

  get latest(): number {
    return this.happened.at(-1)?.sekvensnummer ?? 0;
  }

  readonly route: Route = (request, nth) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/siste/sekvensnummer')) return { json: this.latest };
    if (pathname.endsWith('/hendelser/feed')) return this.#page(Number(searchParams.get('seq')), request);
    return this.persons(request, nth);
  };

  persons: Route = register('foedselsEllerDNummer', (id) => id);

  #page(seq: number, { headers }: TransportRequest): Reply {
    const { pageSize = 1000, pastEnd = 'empty', givesEtag = true, oldest = 0 } = this.settings;
    if (seq < oldest) return { status: 406, json: { kode: 'FREG-001', melding: 'Ulovlig sekvensnummer' } };
    const page = this.happened.filter(({ sekvensnummer }) => sekvensnummer >= seq).slice(0, pageSize);
    if (page.length === 0 && pastEnd === '404') return { status: 404, json: { code: 'FREG-404' } };
    const etag = `"${seq}-${page.length}"`;
    if (givesEtag && headers['if-none-match'] === etag) return { status: 304 };
    return { json: page.map(wireEvent), headers: givesEtag ? { etag } : {} };
  }
}

export const feedRequests = (requests: readonly TransportRequest[]): readonly TransportRequest[] =>
  requests.filter(({ url }) => url.includes('/hendelser/feed'));

export const personRequests = (requests: readonly TransportRequest[]): readonly TransportRequest[] =>
  requests.filter((request) => isBulk(request) || request.url.includes('/personer/'));
