import { Caller } from './caller';
import { PARTY_ANSWERS } from './setupOrders';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const letters = (answers: unknown) => caller.postJson('/setup/letters', answers);

describe('the set-up page', () => {
  it('is in Norwegian unless English is asked for', async () => {
    const norwegian = await caller.call('/setup');
    expect(norwegian.body).toContain('<html lang="nb">');
    expect(norwegian.body).toContain('Lag nøkkelpar og brev');
    const english = await caller.call('/setup?language=en');
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('Make Key Pair and Letters');
    expect((await caller.call('/setup?language=se')).status).toBe(400);
  });

  it('can be reached from the main page', async () => {
    expect((await caller.call('/')).body).toContain('href="/setup');
  });

  it('names every input', async () => {
    const { body } = await caller.call('/setup');
    const inputs = [...(body as string).matchAll(/<input(?! type="hidden")/g)];
    const labelled = [...(body as string).matchAll(/<label\s*>[^]*?<\/label\s*>/g)].filter(([label]) =>
      label.includes('<input'),
    );
    expect(inputs.length).toBeGreaterThan(10);
    expect(labelled).toHaveLength(inputs.length);
  });

  it.each(['/setup', '/setup/page.js', '/setup/page.css', '/setup/letters'])(
    'has the policy of the main page at %s',
    async (path) => {
      const main = (await caller.call('/')).headers.get('content-security-policy');
      const { headers } = path === '/setup/letters' ? await letters({}) : await caller.call(path);
      expect(main).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toBe(main);
    },
  );

  it('has nothing inline and nothing from elsewhere', async () => {
    const { body } = await caller.call('/setup');
    expect(body).not.toMatch(/<style|style="|onclick=|https?:\/\//);
    expect(body).toContain('<script src="/setup/page.js" defer></script>');
  });

  it('never sets markup from data', async () => {
    const { body } = await caller.call('/setup/page.js');
    expect(body).toContain('generateKey');
    expect(body).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
  });

  it('does not answer pages from other sites', async () => {
    const { status } = await caller.postJson('/setup/letters', {}, { origin: 'https://example.com' });
    expect(status).toBe(403);
  });
});

describe('the letters for the page', () => {
  it('are those that were ordered', async () => {
    const { status, body } = await letters({ ...PARTY_ANSWERS.supplier, services: ['krr'], environment: 'production' });
    expect(status).toBe(200);
    expect(body.map(({ file }: { file: string }) => file)).toEqual([
      '01-digdir-krr.txt',
      '02-altinn-delegation.txt',
      '03-maskinporten-client.txt',
      'next-steps.md',
    ]);
    expect(body[0]).toMatchObject({
      to: 'servicedesk@digdir.no',
      subject: 'Scope for KRR i produksjon for Flyt AS (312497107)',
      text: expect.stringContaining('krr:global/kontaktinfo.read'),
    });
    expect(body[2].text).toContain('flyt-n8n-2027');
  });

  it('have placeholders for what is missing', async () => {
    const { body } = await letters({});
    expect(body[0].open).toContain('[kommunens navn]');
    expect(body[2].open).toContain('[nøkkel-id (kid)]');
  });

  it.each([
    [{ for: 'county' }],
    [{ services: ['post'] }],
    [{ services: 'krr' }],
    [{ environment: 'prod' }],
    [{ language: 'se' }],
    [{ organisation: 'x'.repeat(201) }],
    [{ organisationNumber: 310475025 }],
    [['krr']],
  ])('are refused for %j', async (answers) => {
    expect((await letters(answers)).status).toBe(400);
  });

  it.each(['privateKey', 'd', 'key'])(
    'are refused when a key comes along as %s, and it is not repeated',
    async (name) => {
      const { status, body } = await letters({ [name]: 'not-to-be-repeated' });
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toContain('not-to-be-repeated');
    },
  );

  it('are refused in words, in the language of the page', async () => {
    const wrong = { organisationNumber: '310475024' };
    expect(await letters({ ...wrong, language: 'nb' })).toMatchObject({
      status: 400,
      body: { error: 'Organisasjonsnummeret er ikke gyldig. Oppgi ni sifre slik de står i Enhetsregisteret.' },
    });
    expect((await letters({ ...wrong, language: 'en' })).body.error).toMatch(/^The organisation number is not valid\./);
    expect((await letters({ services: [], language: 'en' })).body.error).toMatch(/^No service is chosen\./);
  });
});
