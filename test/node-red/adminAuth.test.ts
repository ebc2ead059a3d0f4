import { startNodeRed, type NodeRed } from '../../scripts/node-red/host.mts';

let nodeRed: NodeRed;

// The bearer token names the permission it carries.
const SETTINGS = `
  adminAuth: {
    type: 'credentials',
    users: [],
    tokens: async (permissions) => ({ username: 'a user', permissions }),
  },`;

beforeAll(async () => {
  nodeRed = await startNodeRed({ settings: SETTINGS });
}, 60_000);
afterAll(() => nodeRed.stop());

const press = async (path: string, token?: string): Promise<number> => {
  const response = await fetch(`${nodeRed.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: '{}',
  });
  return response.status;
};

describe.each(['/norsk-kommune/maskinporten/test', '/norsk-kommune/fiks/test'])('where users log in, %s', (path) => {
  test('refuses a stranger', async () => {
    expect(await press(path)).toBe(401);
  });

  test('refuses a user who may only read', async () => {
    expect(await press(path, 'read')).toBe(401);
  });

  test.each(['*', 'norsk-kommune.write'])('answers a user with the permission %s', async (permission) => {
    expect(await press(path, permission)).toBe(200);
  });
});
