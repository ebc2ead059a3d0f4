/** The upload as it leaves the machine through the adapter Node-RED ships: parsed, and where parsers forgive, byte for byte. */
import { connect, portsOver } from '../../node-red/src/transport';
import {
  operationNamed,
  readFiksCredential,
  readMaskinportenCredential,
  runOperation,
  SERVICES,
  type DocumentSource,
} from '../../src/core';
import { letter, pdf, sha256 } from '../integration/letters';
import { cold, World } from '../integration/world';
import { partsIn } from './multipart';
import { startRecorder, type Recorded, type Recorder } from './recorder';

describe('an upload to SvarUt', () => {
  let recorder: Recorder;
  let world: World;
  const connection = connect();
  beforeAll(async () => {
    recorder = await startRecorder();
    world = await World.start();
  });
  afterAll(async () => {
    await connection.close();
    await recorder.close();
    await world.close();
  });

  const NAMES = [
    '2 vedlegg.pdf',
    '10 vedlegg.pdf',
    'Vedtak om støtte på ærlig måte.pdf',
    "50 % av 'alt' (2026), ny & god; del=1.pdf",
    'Čáhcesuolu 手紙.pdf',
  ];

  const upload = async (documents: readonly DocumentSource[]): Promise<Recorded> => {
    recorder.recorded.length = 0;
    const { maskinporten, fiks } = world.sandbox.credentials;
    const session = {
      ports: portsOver(connection, () => undefined),
      maskinporten: readMaskinportenCredential({
        ...maskinporten,
        ...cold(world).maskinporten,
        sandboxUrl: recorder.url,
      }),
      fiks: readFiksCredential(fiks),
    };
    const operation = operationNamed(SERVICES.svarut, 'sendToPerson')!;
    const outcomes = await runOperation(operation, session, [{ values: letter('sak-2026-17', { documents }) }], {
      rules: { realPersons: false },
    });
    expect(outcomes).toMatchObject([{ ok: true, value: { outcome: 'sent' } }]);
    return recorder.recorded.find(({ path }) => path.endsWith('/forsendelser/person'))!;
  };

  it('has the metadata first, then the files in their order and under their names', async () => {
    const parts = await partsIn(await upload(NAMES.map((name) => pdf(name, `the text of ${name}`))));
    expect(parts[0]).toMatchObject({ kind: 'field', name: 'forsendelse' });
    expect(parts.slice(1)).toMatchObject(
      NAMES.map((filename, at) => ({
        kind: 'file',
        name: `filer_${at}`,
        filename,
        type: 'application/pdf',
        sha256: sha256(`%PDF-1.7 the text of ${filename}`),
      })),
    );
  });

  it('names the files as the metadata does', async () => {
    const { body } = await upload(NAMES.map((name) => pdf(name.normalize('NFD'))));
    const text = body.toString('utf8');
    const metadata = JSON.parse(/\r\n\r\n({.*})\r\n--/.exec(text)![1]!);
    const filenames = [...text.matchAll(/; filename="([^"]*)"/g)].map(([, name]) => name);
    expect(metadata.dokumenter.map(({ filnavn }: { filnavn: string }) => filnavn)).toEqual(
      NAMES.map((name) => name.normalize('NFC')),
    );
    expect(filenames).toEqual(NAMES.map((name) => name.normalize('NFC')));
  });

  it('has no filename on the first part', async () => {
    const { body } = await upload([pdf()]);
    const head = body.subarray(0, body.indexOf('\r\n\r\n')).toString('latin1').split('\r\n').slice(1);
    expect(head).toEqual(['Content-Disposition: form-data; name="forsendelse"']);
  });

  it.each([
    ['a small file', 10],
    ['a file of 5 MB', 5 * 1024 * 1024],
  ])('says beforehand how long it is, with %s', async (_name, size) => {
    const { headers, body } = await upload([pdf('vedtak.pdf', 'x'.repeat(size))]);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body.length).toBeGreaterThan(size);
  });

  it('carries token and integration in headers, and neither in its address', async () => {
    const { headers, path } = await upload([pdf()]);
    const { integrationId, integrationPassword, kontoId } = world.sandbox.credentials.fiks;
    expect(headers).toMatchObject({
      authorization: 'Bearer a.b.c',
      integrasjonid: integrationId,
      integrasjonpassord: integrationPassword,
    });
    expect(path).toBe(`/svarut/api/v3/kontoer/${kontoId}/forsendelser/person`);
  });
});
