/** What the client sends, by the published descriptions. */
import { letter, pdf } from '../integration/letters';
import { numberOf } from '../integration/persons';
import { valueOf, World, type Exchange } from '../integration/world';
import { Contract } from './openapi';
import { describeContract } from './specs';

const ABROAD = {
  adresselinje1: 'c/o Vert',
  adresselinje2: 'Påhittsgatan 4',
  adresselinje3: 'Västra Götaland',
  postnummer: '413 01',
  poststed: 'Göteborg',
  landkode: 'SE',
};
const LONG = 'ø'.repeat(70);

const LETTERS: Record<string, object> = {
  'an ordinary letter': {},
  'a letter without a reference of its own': { eksternReferanse: undefined },
  'a letter that is only digital': { kunDigitalLevering: true, postalAddress: undefined },
  'a letter that is only digital, with other files': {
    kunDigitalLevering: true,
    documents: [{ ...pdf('kart.png'), mimeType: 'image/png' }],
  },
  'a letter abroad': { postalAddress: ABROAD },
  'a letter with everything filled in': {
    tosidig: false,
    avgivendeSystem: 'Sak og arkiv',
    konteringskode: 'BAR-2026_1.æ',
    batchName: '2026',
    windowDays: 30,
  },
  'a letter with empty fields': {
    avgivendeSystem: '',
    konteringskode: '',
    batchName: '',
    postalAddress: { ...ABROAD, adresselinje2: '', adresselinje3: null },
  },
  'a letter with many files': { documents: Array.from({ length: 20 }, (_, at) => pdf(`vedlegg ${at}.pdf`)) },
  'a letter at every limit': {
    navn: 'Å'.repeat(100),
    tittel: 'x'.repeat(1000),
    eksternReferanse: 'r'.repeat(100),
    postalAddress: {
      adresselinje1: LONG,
      adresselinje2: LONG,
      adresselinje3: LONG,
      postnummer: '1'.repeat(5),
      poststed: LONG,
    },
    documents: [pdf(`${'f'.repeat(222)}.pdf`)],
    avgivendeSystem: 's'.repeat(100),
    konteringskode: 'k'.repeat(20),
  },
  'a letter to a D-number': { foedselsnummer: numberOf('d-number') },
};

describeContract('what the client sends', () => {
  let world: World;
  let contract: Contract;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  beforeEach(() => world.reset());
  afterAll(async () => {
    await world.close();
    process.stdout.write(
      `${contract.requests} requests of the client were checked against the published descriptions.\n`,
    );
  });

  /** Requests to a service, with their path below `root` and their JSON. */
  const requestsTo = (root: RegExp) =>
    world.exchanges.flatMap(({ request }: Exchange) => {
      const path = request.url.slice(world.sandbox.url.length);
      if (!root.test(path)) return [];
      const json = typeof request.body === 'string' ? JSON.parse(request.body) : undefined;
      return [
        { method: request.method, path: path.replace(root, ''), json, body: request.body, headers: request.headers },
      ];
    });

  describe('to SvarUt', () => {
    it.each(Object.entries(LETTERS))('%s', async (_name, changes) => {
      valueOf((await world.run('svarut', 'sendToPerson', [letter('sak 2026/17 & æ', { ...changes })]))[0]);
      const requests = requestsTo(/^\/svarut\/api/);
      expect(requests.map(({ path }) => path.replace(/.*forsendelser/, '').replace(/\?.*/, ''))).toEqual([
        '/metadata',
        '/person',
      ]);
      contract.expectRequest('eksternref', requests[0]!);
      contract.expectRequest('send', requests[1]!);
      const [metadata, ...files] = requests[1]!.body as any[];
      const forsendelse = JSON.parse(metadata.text);
      contract.expectMetadata(forsendelse);
      expect([metadata.name, files.map(({ document }) => document.filnavn)]).toEqual([
        'forsendelse',
        forsendelse.dokumenter.map(({ filnavn }: any) => filnavn),
      ]);
    });

    it('a look-up of states and of references', async () => {
      const sent = (await world.run('svarut', 'sendToPerson', [letter('sak-1'), letter('sak-2')])).map(valueOf);
      await world.reset();
      await world.run(
        'svarut',
        'getStatus',
        sent.map(({ letterId }) => ({ letterId })),
      );
      await world.run('svarut', 'findByReference', [{ eksternReferanse: 'sak 1/æøå&?#' }]);
      const [status, found, ...more] = requestsTo(/^\/svarut\/api/);
      contract.expectRequest('status', status!);
      contract.expectRequest('eksternref', found!);
      expect([status?.json, more]).toEqual([{ id: sent.map(({ letterId }) => letterId) }, []]);
      expect(new URL(found!.path, 'http://api').searchParams.get('eksternRef')).toBe('sak 1/æøå&?#');
    });
  });

  describe('would be found out', () => {
    const konto = '/v2/kontoer/11111111-2222-4333-8444-555555555555/forsendelser/metadata';
    it.each<[string, () => void]>([
      [
        'a query with a misspelt name',
        () => contract.expectRequest('eksternref', { method: 'GET', path: `${konto}?eksternReferanse=sak` }),
      ],
      [
        'an empty reference',
        () => contract.expectRequest('eksternref', { method: 'GET', path: `${konto}?eksternRef=` }),
      ],
      [
        'a path nobody serves',
        () => contract.expectRequest('eksternref', { method: 'GET', path: `${konto}/alt?eksternRef=sak` }),
      ],
      [
        'an account that is no UUID',
        () =>
          contract.expectRequest('eksternref', { method: 'GET', path: '/v2/kontoer/42/forsendelser?eksternRef=sak' }),
      ],
      [
        'a status body that is a list',
        () =>
          contract.expectRequest('status', {
            method: 'POST',
            path: '/v3/kontoer/11111111-2222-4333-8444-555555555555/forsendelser/status/sok',
            json: [],
          }),
      ],
      [
        'a flag that is neither true nor false',
        () =>
          contract.expectRequest('withLegalBasis', {
            method: 'POST',
            path: '/v1/personer/bulkoppslag?somBestilt=ja',
            json: { foedselsEllerDNummer: [] },
          }),
      ],
      [
        'a part asked for twice',
        () => contract.expectRequest('withLegalBasis', { method: 'GET', path: '/v1/personer/1?part=navn&part=navn' }),
      ],
      [
        'a field SvarUt does not know',
        () =>
          contract.expectMetadata({ tittel: 'x', mottaker: { navn: 'A', digitalId: '12848539668' }, referanse: 'sak' }),
      ],
      [
        'a country of three letters',
        () =>
          contract.expectMetadata({
            tittel: 'x',
            mottaker: {
              navn: 'A',
              digitalId: '12848539668',
              adresse: { adresselinje1: 'A', poststed: 'B', landkode: 'SWE' },
            },
          }),
      ],
    ])('%s', (_name, request) => {
      const before = contract.requests;
      expect(request).toThrow();
      expect(contract.requests).toBe(before);
    });
  });
});
