import type { IHttpRequestOptions } from 'n8n-workflow';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { executeIn, itemsOf, overFetch } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

// A wait that is broken off leaves its timer behind; here that would keep the test from ending.
jest.mock('n8n-workflow', () => ({
  ...jest.requireActual<object>('n8n-workflow'),
  sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
}));

const sandbox = useSandbox();

/** Stops the execution while a request to this address is under way: the service gets it, its answer comes to nobody. */
const stopAt = (end: string) => {
  const stop = new AbortController();
  const httpRequest = async ({ abortSignal, ...options }: IHttpRequestOptions): Promise<unknown> => {
    const answer = await overFetch(options);
    if (options.url.endsWith(end)) stop.abort();
    if ((abortSignal as AbortSignal | undefined)?.aborted)
      throw Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' });
    return answer;
  };
  return { signal: stop.signal, httpRequest };
};

const codesOf = ({ items }: Awaited<ReturnType<typeof executeIn>>): unknown[] =>
  items.map(({ json }) => (json.error as { code: string } | undefined)?.code);

describe('an execution that is stopped', () => {
  it('asks nothing when it was stopped before the node began', async () => {
    const ran = await executeIn(sandbox, {
      node: new Krr(),
      items: itemsOf({ foedselsnummer: ORDINARY }, { foedselsnummer: ORDINARY }),
      onError: 'continue',
      signal: AbortSignal.abort(),
    });
    expect(codesOf(ran)).toEqual(['ERR_CANCELLED', 'ERR_CANCELLED']);
    expect((await sandbox.ledger()).requests).toEqual([]);
  });

  it('breaks a look-up off', async () => {
    const ran = await executeIn(sandbox, {
      node: new Krr(),
      items: itemsOf({ foedselsnummer: ORDINARY }),
      onError: 'continue',
      ...stopAt('/personer'),
    });
    expect(codesOf(ran)).toEqual(['ERR_CANCELLED']);
  });

  it('does not claim to know about a letter that was on its way, and begins no other', async () => {
    const cases = ['vedtak-1', 'vedtak-2', 'vedtak-3', 'vedtak-4', 'vedtak-5', 'vedtak-6'];
    const ran = await executeIn(sandbox, {
      node: new SvarUt(),
      parameters: LETTER_FORM,
      items: cases.map((name) => letterTo({ case: name })),
      onError: 'continue',
      ...stopAt('/forsendelser/person'),
    });
    const codes = codesOf(ran);
    const { letters } = await sandbox.ledger();
    expect(letters.length).toBeGreaterThan(0);
    expect(codes.filter((code) => code === 'ERR_LETTER_OUTCOME_UNKNOWN')).toHaveLength(letters.length);
    expect(codes.filter((code) => code === 'ERR_CANCELLED')).toHaveLength(cases.length - letters.length);
    expect(codes.slice(4)).toEqual(['ERR_CANCELLED', 'ERR_CANCELLED']);
  });
});
