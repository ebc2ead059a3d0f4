import { SeenGrants } from '../../sandbox/src/maskinporten/seenGrants';
import { ACCOUNTS } from '../../sandbox/src/svarut/accounts';
import { LetterBox } from '../../sandbox/src/svarut/letterBox';
import { RequestLog } from '../../sandbox/src/traffic/requestLog';

const NOBODY = { clientId: null, organisation: null, supplier: null, integrationId: null };

describe('the letter box', () => {
  const kept = (content: string) => ({ size: content.length, sha256: 'hash', content: Buffer.from(content) });

  const document = (filnavn: string) => ({ filnavn, mimeType: 'application/pdf', ...kept('%PDF') });

  const accept = (box: LetterBox, filnavn: string) =>
    box.accept({
      receivedAt: new Date(),
      receivedElapsed: 0,
      sender: NOBODY,
      account: ACCOUNTS[0]!,
      endpoint: 'print',
      metadata: kept('{}'),
      forsendelse: { tittel: 'x', mottaker: { navn: 'A' } },
      channel: 'print',
      documents: [document(filnavn)],
      signing: [],
      plan: [],
    });

  it('lets the oldest documents and metadata give way when its memory is full, and keeps the letters', () => {
    const box = new LetterBox(10);
    const letters = ['a.pdf', 'b.pdf', 'c.pdf'].map((filnavn) => accept(box, filnavn));
    expect(letters.map(({ documents }) => documents[0]!.content !== undefined)).toEqual([false, true, true]);
    expect(letters.map(({ metadata }) => metadata.content !== undefined)).toEqual([false, false, true]);
    expect(box.all()).toHaveLength(3);
    expect(box.find(letters[0]!.id)?.documents[0]).toMatchObject({ size: 4, sha256: 'hash' });
  });

  it('forgets the oldest letter when there are too many', () => {
    const box = new LetterBox(100, 2);
    const ids = ['a.pdf', 'b.pdf', 'c.pdf'].map((filnavn) => accept(box, filnavn).id);
    expect(box.all().map(({ id }) => id)).toEqual(ids.slice(1));
  });
});

describe('the request log', () => {
  const request = {
    duration: 1,
    service: 'krr',
    operation: 'personer',
    method: 'POST',
    path: '/',
    query: '',
    sender: NOBODY,
    verdict: 'accepted',
    fault: null,
  } as const;

  it('keeps the most recent five thousand', () => {
    const log = new RequestLog();
    for (let number = 0; number <= 5000; number += 1) log.record({ ...request, status: 200, reason: String(number) });
    expect(log.all()).toHaveLength(5000);
    expect(log.all()[0]?.reason).toBe('1');
  });

  it('masks identifiers in reasons and queries too', () => {
    const log = new RequestLog();
    log.record({ ...request, query: 'fnr=12848539668', status: 400, reason: 'no such part: 12848539668' });
    expect(log.all()[0]).toMatchObject({ query: 'fnr=128485*****', reason: 'no such part: 128485*****' });
  });

  it('keeps no more than the beginning of a long text', () => {
    const log = new RequestLog();
    log.record({ ...request, query: 'x'.repeat(9000), status: 200, reason: '' });
    expect(log.all()[0]?.query).toHaveLength(1000);
  });

  it('numbers the requests on, also after it was cleared', () => {
    const log = new RequestLog();
    log.record({ ...request, status: 200, reason: '' });
    log.clear();
    log.record({ ...request, status: 200, reason: '' });
    expect(log.all().map(({ id }) => id)).toEqual([2]);
  });
});

describe('the list of used grants', () => {
  it('forgets a grant that could no longer be valid', () => {
    const seen = new SeenGrants();
    expect(seen.use('grant', 100, 50)).toBe(true);
    expect(seen.use('grant', 100, 99)).toBe(false);
    expect(seen.use('grant', 300, 101)).toBe(true);
  });
});
