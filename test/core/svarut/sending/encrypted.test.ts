import { createHash, randomUUID } from 'node:crypto';
import { sendTheLetter } from '../../../../src/svarut/sending/sendTheLetter';
import { Authority } from '../../../keyFiles/authority';
import { Workshop } from '../../../keyFiles/workshop';
import {
  fakeWorld,
  fiksCredential,
  partsOf,
  refillRetries,
  sessionIn,
  thrownBy,
  type Reply,
  type World,
} from '../../fakePorts';
import { certify } from '../encryption/certified';
import { pdf, personFrom } from '../letters';
import { found, isSend, none, ok, reading, taken } from '../scriptedSvarut';

const certificate = Workshop.use((workshop) => certify(new Authority(workshop)).certificate);

beforeEach(() => refillRetries('svarut'));

const PLAIN = '%PDF-1.7 a letter';
const letter = personFrom({ sikkerhetsniva: 'HOYESTE', documents: [pdf()] });
const HOW = {
  kontoId: undefined,
  sendOnce: 'protect',
  windowDays: 365,
  pauseAfter: undefined,
  validateOnly: false,
} as const;

/** An integration of its own: the key is kept for each. */
const send = (world: World, how = {}) =>
  sendTheLetter(sessionIn(world, { fiks: { ...fiksCredential, integrationId: randomUUID() } }), letter, {
    ...HOW,
    ...how,
  });

const serving = (lookUp: Reply, key: Reply = { text: certificate }): World =>
  fakeWorld(
    reading((request) => {
      if (request.url.endsWith('/publickey/hent')) return key;
      return isSend(request) ? ok : lookUp;
    }),
  );
const askedIn = (world: World): string[] =>
  world.requests.map((request) => (isSend(request) ? 'send' : (/(\w+)\W*(?:\?|$)/.exec(request.url)?.[1] ?? '')));

const sentBytes = async (world: World): Promise<Buffer> => {
  const [, file] = partsOf(world.requests.find(isSend));
  if (!file || !('document' in file)) throw new Error('no file was sent');
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.document.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

test('at the highest level the files leave encrypted, with the key of SvarUt, and the record is of the plain ones', async () => {
  const world = serving(none);
  expect(await send(world)).toMatchObject({
    outcome: 'sent',
    journal: {
      encrypted: true,
      documents: [{ size: PLAIN.length, sha256: createHash('sha256').update(PLAIN).digest('hex') }],
    },
  });
  expect(askedIn(world)).toEqual(['metadata', 'hent', 'send']);
  const bytes = await sentBytes(world);
  expect(bytes.byteLength).toBeGreaterThan(PLAIN.length);
  expect(bytes.includes('a letter')).toBe(false);
});

test('a letter that was sent before needs no key', async () => {
  const world = serving(found(taken));
  expect(await send(world)).toMatchObject({ outcome: 'duplicate' });
  expect(askedIn(world)).toEqual(['metadata']);
});

test('a letter without a key is certainly not sent, in any form', async () => {
  const world = serving(none, { text: '<html>login</html>' });
  const error = await thrownBy(() => send(world));
  expect(error).toMatchObject({ code: 'ERR_ENCRYPTION_KEY', details: { journal: { state: 'refused' } } });
  expect(world.requests.some(isSend)).toBe(false);
});

test('a letter that is only validated is not encrypted', async () => {
  const world = serving(none);
  expect(await send(world, { validateOnly: true })).toMatchObject({ outcome: 'validated' });
  expect(askedIn(world)).toEqual(['metadata']);
});
