/**
 * How to have each resource of the register asked for (scripts/docs/registerResources.mts), on each route, whatever host does
 * it, and how to tell from the sandbox's log that it was.
 */
import { RESOURCES } from '../scripts/docs/registerResources.mts';
import { numberOf } from './integration/persons';
import type { Stored } from './integration/world';

const TWO_PERSONS = ['ordinary-resident', 'd-number'].map((slug) => ({ foedselsnummer: numberOf(slug) }));
const TWO_VERSIONS = ['1eed16f7695e3afc0b50f1d40cfe58ee', '074feae68fd876e7f771a51fc3d72556'];
const TWO_EVENTS = ['348f272f118ec08f36d9995336d904ca', 'e2fe537ac14a87e7a0549395bb50e2ad'];
const SINCE = { fraDato: '2010-01-01' };

interface Way {
  readonly operation: string;
  /** What is filled in on the node. */
  readonly settings?: Stored;
  /** What comes in; one empty item where nothing does. */
  readonly items?: readonly Stored[];
}

const WAYS: Readonly<Record<string, Way>> = {
  'GET /v1/personer/{personidentifikator}': { operation: 'getPerson', items: TWO_PERSONS.slice(1) },
  'GET /v1/personer/entydigsoek': {
    operation: 'findExactPerson',
    settings: { navn: 'Rask Fyrlykt', postnummer: '5003' },
  },
  'GET /v1/personer/soek': { operation: 'searchPersons', settings: { navn: 'Fyrlykt' } },
  'POST /v1/personer/bulkoppslag': { operation: 'getPerson', items: TWO_PERSONS },
  'GET /v1/personer/arkiv/{dokumentidentifikator}': {
    operation: 'getHistoricalVersion',
    items: [{ persondokument: TWO_VERSIONS[0] }],
  },
  'POST /v1/personer/bulkoppslag/arkiv': {
    operation: 'getHistoricalVersion',
    items: TWO_VERSIONS.map((persondokument) => ({ persondokument })),
  },
  'GET /v1/personer/xsd': { operation: 'getContract' },
  'GET /v1/hendelser/feed': { operation: 'readEventFeed', settings: { fromNumber: 40_012 } },
  'GET /v1/hendelser/siste/sekvensnummer': { operation: 'getLatestEventNumber' },
  'GET /v1/hendelser/{hendelsesidentifikator}': {
    operation: 'getEvent',
    items: [{ hendelsesdokument: TWO_EVENTS[0] }],
  },
  'POST /v1/hendelser/bulkoppslag': {
    operation: 'getEvent',
    items: TWO_EVENTS.map((hendelsesdokument) => ({ hendelsesdokument })),
  },
  'GET /v1/hendelser/xsd': { operation: 'getContract', settings: { contract: 'events' } },
  'GET /v1/hendelser/feedxsd': { operation: 'getContract', settings: { contract: 'feed' } },
  'GET /v1/uttrekk/komplett': { operation: 'orderExtract', settings: { extract: 'complete' } },
  'POST /v1/uttrekk/tilpasset': { operation: 'orderExtract', settings: { bostedskommunenummer: '4601' } },
  'GET /v1/uttrekk/{jobbid}/batch/{batchnr}': {
    operation: 'listResidents',
    settings: { bostedskommunenummer: '4601' },
  },
  'POST /folkeregister/api/v1/oppvekst/{fiksOrgId}/{rolleId}': {
    operation: 'getChildWithParents',
    items: [{ foedselsnummer: numberOf('child-two-parents') }],
  },
  'GET /folkeregister/api/v1/hendelser/typer': { operation: 'listMunicipalityEventTypes' },
  'POST /folkeregister/api/v1/hendelser/statistikk': {
    operation: 'countMunicipalityEvents',
    settings: { ...SINCE, kommunenummer: '4601' },
  },
  'POST /folkeregister/api/v1/hendelser/liste': {
    operation: 'listMunicipalityEvents',
    settings: { ...SINCE, kommunenumre: '4601' },
  },
  'POST /folkeregister/api/v1/hendelser/{fiksOrgId}/opprettRolle': {
    operation: 'createMunicipalityEventRole',
    settings: { changesAccess: true },
  },
  'DELETE /folkeregister/api/v1/hendelser/{fiksOrgId}/slettRolle': {
    operation: 'deleteMunicipalityEventRole',
    settings: { changesAccess: true },
  },
};

type Route = 'fiks' | 'skatteetaten';

export interface Asked extends Required<Way> {
  readonly endpoint: string;
  readonly route: Route;
}

/** @throws Error where nobody has said how a resource is asked for */
export const ASKED: readonly Asked[] = RESOURCES.flatMap(({ endpoint, of }) => {
  const way = WAYS[endpoint];
  if (!way) throw new Error(`nobody asks for ${endpoint}`);
  const { operation, settings = {}, items = [{}] } = way;
  const routes: readonly Route[] = of === 'ks' ? ['fiks'] : ['fiks', 'skatteetaten'];
  return routes.map((route) => ({
    ...{ endpoint, route, operation, items },
    settings: of === 'ks' ? settings : { ...settings, route },
  }));
});

/** An extract is ready when it is asked for. */
export const AT_ONCE = { extractReadyAfterMs: 0, extractNotReadyAnswers: 0 };

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

const ROOTS: Record<Route, string> = {
  fiks: '/fiks/folkeregister/api/v1/[\\da-f-]{36}',
  skatteetaten: '/skatteetaten/folkeregisteret/offentlig-med-hjemmel/api',
};

const patternOf = ({ endpoint, of }: (typeof RESOURCES)[number], route: Route): RegExp => {
  const [, path = ''] = endpoint.split(' ');
  const root = of === 'ks' ? '/fiks' : ROOTS[route];
  return new RegExp(`^${root}${path.replaceAll(/{\w+}/g, '[^/?]+')}(?:\\?|$)`);
};

/** Where one name stands for any, one that is written out comes first. */
const BY_NAME = [...RESOURCES].sort((a, b) => a.endpoint.split('{').length - b.endpoint.split('{').length);

/** The resources a sandbox gave an answer about, on a route. */
export const answeredIn = async (sandboxUrl: string, route: Route): Promise<readonly string[]> => {
  const log = (await (await fetch(`${sandboxUrl}/admin/requests`)).json()) as readonly Logged[];
  return log
    .filter(({ status }) => status === 200)
    .flatMap(({ method, path }) => {
      const found = BY_NAME.find(
        (resource) => resource.endpoint.startsWith(`${method} `) && patternOf(resource, route).test(path),
      );
      return found ? [found.endpoint] : [];
    });
};
