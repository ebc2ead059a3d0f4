/**
 * Who may import whom. Every room of src/ is listed with all it may use; test/house/imports.test.ts notices a room that is
 * missing here, which would otherwise be free to import anything.
 */

const FOUNDATION = ['identifiers', 'http', 'operations', 'maskinporten', 'fiks', 'session.ts'];
const SERVICE = [...FOUNDATION, 'connection'];

const ROOMS: Record<string, readonly string[]> = {
  identifiers: [],
  http: [],
  operations: ['identifiers', 'http'],
  maskinporten: ['identifiers', 'http', 'operations', 'session.ts'],
  fiks: ['identifiers', 'http', 'operations', 'maskinporten', 'session.ts'],
  'session.ts': ['identifiers', 'http', 'operations', 'maskinporten', 'fiks'],
  credentials: ['operations'],
  'letterRecipients.ts': ['http', 'operations', 'session.ts', 'svarut'],
  'consumerOrg.ts': ['operations', 'session.ts'],
  connection: ['http', 'operations', 'maskinporten', 'session.ts'],
  folkeregister: SERVICE,
  kjoretoyregister: SERVICE,
  krr: SERVICE,
  svarut: SERVICE,
};

interface Zone {
  readonly target: string;
  readonly from: string;
  readonly except?: readonly string[];
  readonly message: string;
}

export const LISTED_ROOMS = Object.keys(ROOMS);

const roomZone = ([room, allowed]: readonly [string, readonly string[]]): Zone => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `src/${room} may import ${allowed.length ? `only ${allowed.join(', ')}` : 'nothing else'} from src/.`,
});

/** Keeps `target` out of every folder in `from`. */
const apart = (target: string, from: readonly string[], message: string): readonly Zone[] =>
  from.map((folder) => ({ target, from: folder, message }));

const onlyTheCore = (target: string): Zone => ({
  target,
  from: './src',
  except: ['./core.ts'],
  message: 'The hosts use the core through src/core.ts only: it is the one file that is bundled.',
});

const HOSTS = ['./nodes', './credentials', './node-red'];

export const IMPORT_ZONES: readonly Zone[] = [
  ...Object.entries(ROOMS).map(roomZone),
  ...apart('./src', [...HOSTS, './sandbox'], 'The core knows no host and no sandbox.'),
  ...apart('./sandbox', ['./src', ...HOSTS], 'The sandbox judges the client, so it shares no code with it.'),
  ...HOSTS.map(onlyTheCore),
  ...apart('./nodes', ['./node-red', './sandbox'], 'The n8n package stands alone.'),
  ...apart('./credentials', ['./node-red', './sandbox'], 'The n8n package stands alone.'),
  ...apart('./node-red', ['./nodes', './credentials', './sandbox'], 'The Node-RED package stands alone.'),
];

/** Every other module would end up in the n8n bundle, where n8n's scanner refuses most of them. */
export const CORE_MODULES = {
  regex: '^(?!\\.{1,2}/|zod/v4$|jose$|luxon$|asn1js$|node:crypto$)',
  message: 'src/ may use only zod/v4, jose, luxon, asn1js and node:crypto.',
};
