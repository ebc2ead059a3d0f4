/** Thirty thousand residents, each with a document that is far larger than what is shown of it. */
import { heapInUse } from '../../../heapInUse';
import { fakeWorld, refillRetries, sessionIn, valueOf, type Route } from '../../fakePorts';
import { asking } from '../asking';
import { idsIn, personWith } from '../register';
import { extractOf } from './extract';

const RESIDENTS = 30_000;
const PER_BATCH = 5000;
/** Of what is not asked for. */
const DOCUMENT_BYTES = 10_000;
const MEGABYTE = 1_000_000;

const batches = Array.from({ length: RESIDENTS / PER_BATCH }, (_, batch) =>
  Array.from({ length: PER_BATCH }, (_one, at) => String(10_000_000_000 + batch * PER_BATCH + at)),
);

beforeEach(() => refillRetries('folkeregister'));

test('their documents are not kept: what is in memory is those of one look-up, and what is given', async () => {
  const padding = 'x'.repeat(DOCUMENT_BYTES);
  const heaps: number[] = [];
  let looks = 0;
  const persons: Route = (request) => {
    looks += 1;
    if (looks % 10 === 0) heaps.push(heapInUse());
    const oppslag = idsIn(request).map((id) => ({
      foedselsEllerDNummer: id,
      folkeregisterperson: { ...personWith(id), legitimasjonsdokument: [{ utstederland: padding }] },
    }));
    return { json: { oppslag } };
  };
  const world = fakeWorld(extractOf({ batches, notReady: 1, persons }));
  const input = { bostedskommunenummer: '4601', returnAll: true, includePersons: true, parts: ['status'] };
  const [outcome] = await asking(world, 'listResidents', [input], sessionIn(world));
  expect(valueOf(outcome)).toMatchObject({ count: RESIDENTS, goOnFrom: null });
  const [tenth = 0, , thirtieth = 0] = heaps;
  expect([looks, heaps.length]).toEqual([RESIDENTS / 1000, 3]);
  // The documents in between are 200 MB, what is given of them is a few.
  expect(thirtieth - tenth).toBeLessThan(30 * MEGABYTE);
}, 60_000);
