import { SeenGrants } from '../../sandbox/src/maskinporten/seenGrants';
import { ACCOUNTS } from '../../sandbox/src/svarut/accounts';
import { LetterBox } from '../../sandbox/src/svarut/letterBox';
import { RequestLog } from '../../sandbox/src/traffic/requestLog';

describe('the letter box', () => {
  const document = (filnavn: string) => ({
    filnavn,
    mimeType: 'application/pdf',
    size: 4,
    sha256: 'hash',
    content: Buffer.from('%PDF'),
  });

  const accept = (box: LetterBox, filnavn: string) =>
    box.accept({
      receivedAt: new Date(),
      receivedElapsed: 0,
      account: ACCOUNTS[0]!,
      endpoint: 'print',
      forsendelse: { tittel: 'x', mottaker: { navn: 'A' } },
      channel: 'print',
      documents: [document(filnavn)],
      signing: [],
      plan: [],
    });

  it('lets the oldest documents give way when its memory is full, and keeps the letters', () => {
    const box = new LetterBox(10);
    const letters = ['a.pdf', 'b.pdf', 'c.pdf'].map((filnavn) => accept(box, filnavn));
    expect(letters.map(({ documents }) => documents[0]!.content !== undefined)).toEqual([false, true, true]);
    expect(box.all()).toHaveLength(3);
    expect(box.find(letters[0]!.id)?.documents[0]).toMatchObject({ size: 4, sha256: 'hash' });
  });
});

describe('the request log', () => {
  const request = { service: 'krr', operation: 'personer', method: 'POST', path: '/', verdict: 'accepted' } as const;

  it('keeps the most recent five thousand', () => {
    const log = new RequestLog();
    for (let number = 0; number <= 5000; number += 1) log.record({ ...request, status: 200, reason: String(number) });
    expect(log.all()).toHaveLength(5000);
    expect(log.all()[0]?.reason).toBe('1');
  });

  it('masks identifiers in reasons too', () => {
    const log = new RequestLog();
    log.record({ ...request, status: 400, reason: 'no such part: 12848539668' });
    expect(log.all()[0]?.reason).toBe('no such part: 128485*****');
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
