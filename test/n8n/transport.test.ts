import type { IHttpRequestOptions } from 'n8n-workflow';
import { portsOver, transportOver } from '../../nodes/shared/transport';
import type { DocumentSource, TransportRequest } from '../../src/core';

const ANSWER = { statusCode: 200, headers: {}, body: Buffer.from('ok') };

const asked = (over: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  url: 'https://service.example/path',
  headers: { accept: 'application/json' },
  timeoutMs: 1234,
  ...over,
});

/** What n8n's helper was given for the request. */
const passedOn = async (over: Partial<TransportRequest> = {}): Promise<IHttpRequestOptions> => {
  const httpRequest = jest.fn<Promise<unknown>, [IHttpRequestOptions]>().mockResolvedValue(ANSWER);
  await transportOver(httpRequest)(asked(over));
  expect(httpRequest).toHaveBeenCalledTimes(1);
  return httpRequest.mock.calls[0]![0];
};

const received = (answer: unknown) => transportOver(async () => answer)(asked());

describe("n8n's request helper", () => {
  it('is told to give every answer as bytes, whatever its status, and to follow no redirect', async () => {
    const { signal } = new AbortController();
    expect(await passedOn({ signal, body: 'text' })).toEqual({
      method: 'POST',
      url: 'https://service.example/path',
      headers: { accept: 'application/json' },
      body: 'text',
      timeout: 1234,
      abortSignal: signal,
      encoding: 'arraybuffer',
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    });
  });

  it('gets headers of its own to change', async () => {
    const headers = Object.freeze({ accept: 'application/json' });
    const options = await passedOn({ headers });
    expect(options.headers).toEqual(headers);
    expect(options.headers).not.toBe(headers);
  });

  it.each(['', '{"a":1}', 'grant_type=x'])('gets a text body as it is: %p', async (body) => {
    expect((await passedOn({ body })).body).toBe(body);
  });

  it.each(['GET', 'DELETE'] as const)('gets no body where there is none: %s', async (method) => {
    expect(await passedOn({ method })).toMatchObject({ method, body: undefined });
  });
});

describe('parts of a body', () => {
  const opened = jest.fn();
  beforeEach(() => opened.mockClear());

  const document = (filnavn: string, ...chunks: readonly string[]): DocumentSource => ({
    filnavn,
    mimeType: 'application/pdf',
    size: Buffer.byteLength(chunks.join('')),
    open: async function* () {
      opened(filnavn);
      for (const chunk of chunks) yield Buffer.from(chunk);
    },
  });

  const form = async (): Promise<FormData> => {
    const { body } = await passedOn({
      body: [
        { name: 'forsendelse', text: '{"tittel":"Vedtak"}' },
        { name: 'filer_0', document: document('vedtak.pdf', '%PDF-', 'one') },
        { name: 'filer_1', document: document('blåbær.pdf', 'two') },
      ],
    });
    expect(body).toBeInstanceOf(FormData);
    return body as FormData;
  };

  it('keep their order and names', async () => {
    expect([...(await form()).keys()]).toEqual(['forsendelse', 'filer_0', 'filer_1']);
  });

  it('that are text have no file name', async () => {
    expect((await form()).get('forsendelse')).toBe('{"tittel":"Vedtak"}');
  });

  it('that are documents have name, type and size before a byte of them is fetched', async () => {
    const files = (await form()).getAll('filer_0').concat((await form()).getAll('filer_1')) as File[];
    expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
      ['vedtak.pdf', 'application/pdf', 8],
      ['blåbær.pdf', 'application/pdf', 3],
    ]);
    expect(opened).not.toHaveBeenCalled();
  });

  it('that are documents stream from the beginning each time they are read', async () => {
    const file = (await form()).get('filer_0') as File;
    expect(await new Response(file.stream()).text()).toBe('%PDF-one');
    expect(await new Response(file.stream()).text()).toBe('%PDF-one');
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it('are written with a file name only for the documents', async () => {
    const written = await new Response(await form()).text();
    expect(written.match(/filename="[^"]*"/g)).toEqual(['filename="vedtak.pdf"', 'filename="blåbær.pdf"']);
    expect(written).toContain('name="forsendelse"\r\n\r\n{"tittel":"Vedtak"}');
  });
});

describe('an answer', () => {
  it('has its header names in lower case, and several values as one text', async () => {
    const { headers } = await received({ ...ANSWER, headers: { 'Retry-After': '7', 'set-cookie': ['a=1', 'b=2'] } });
    expect(headers).toEqual({ 'retry-after': '7', 'set-cookie': 'a=1,b=2' });
  });

  it.each([
    ['a buffer', Buffer.from('blåbær')],
    ['an array buffer', new TextEncoder().encode('blåbær').buffer],
    ['text', 'blåbær'],
  ])('is bytes when the helper gives %s', async (_kind, body) => {
    const answer = await received({ ...ANSWER, body });
    expect(answer.body).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder().decode(answer.body)).toBe('blåbær');
  });

  it('without a body is no bytes', async () => {
    expect((await received({ statusCode: 204, headers: {} })).body).toHaveLength(0);
  });

  it.each([302, 404, 500])('of status %i is an answer', async (statusCode) => {
    expect((await received({ ...ANSWER, statusCode })).status).toBe(statusCode);
  });

  it('that never came leaves as the helper threw it', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    await expect(transportOver(() => Promise.reject(refused))(asked())).rejects.toBe(refused);
  });
});

describe('a wait', () => {
  const { sleep } = portsOver(jest.fn(), jest.fn());

  it('ends when its time has come', async () => {
    await expect(sleep(1, new AbortController().signal)).resolves.toBeUndefined();
    await expect(sleep(1)).resolves.toBeUndefined();
  });

  it('breaks off when the execution is stopped', async () => {
    const stop = new AbortController();
    const waiting = sleep(500, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });

  it('does not begin after the execution was stopped', async () => {
    await expect(sleep(500, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
