/**
 * A letter's upload with nothing around it: no client of ours, no host, and nothing read or encrypted on the way.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { request } from 'undici';
import type { SandboxCredentials } from '../demo/ledger.mts';
import { LETTER, type BenchLetter } from './letterHost.mts';

const BOUNDARY = 'norsk-kommune-bench';

const metadataOf = ({ file, encrypted, eksternReferanse }: BenchLetter): object => ({
  tittel: LETTER.tittel,
  eksternReferanse,
  kunDigitalLevering: true,
  kryptert: encrypted,
  mottaker: { navn: LETTER.navn, digitalId: LETTER.foedselsnummer },
  dokumenter: [{ filnavn: path.basename(file), mimeType: 'application/pdf' }],
});

const partsAround = (letter: BenchLetter): readonly [before: string, after: string] => [
  [
    `--${BOUNDARY}`,
    'content-disposition: form-data; name="forsendelse"',
    '',
    JSON.stringify(metadataOf(letter)),
    `--${BOUNDARY}`,
    `content-disposition: form-data; name="filer_0"; filename="${path.basename(letter.file)}"`,
    'content-type: application/pdf',
    '',
    '',
  ].join('\r\n'),
  `\r\n--${BOUNDARY}--\r\n`,
];

async function* bodyOf(before: string, file: string, after: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(before);
  yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  yield Buffer.from(after);
}

/** @param letter with a file that is encrypted already, where it says so */
export const sendBare = async (
  url: string,
  token: string,
  { fiks }: SandboxCredentials,
  letter: BenchLetter,
): Promise<void> => {
  const [before, after] = partsAround(letter);
  const { size } = await stat(letter.file);
  const answer = await request(`${url}/svarut/api/v3/kontoer/${fiks.kontoId}/forsendelser/person`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      IntegrasjonId: fiks.integrationId ?? '',
      IntegrasjonPassord: fiks.integrationPassword ?? '',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(Buffer.byteLength(before) + size + Buffer.byteLength(after)),
    },
    // undici takes anything that can be iterated over; only its type does not say so.
    body: bodyOf(before, letter.file, after) as unknown as Readable,
    headersTimeout: 0,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`The sandbox answered ${answer.statusCode}: ${text}`);
};
