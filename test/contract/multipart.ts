/** An upload as a parser reads it that the client has no part in. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { sha256 } from '../integration/letters';
import type { Recorded } from './recorder';

export interface Part {
  readonly kind: 'field' | 'file';
  readonly name: string;
  readonly filename?: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const partOf = (part: Omit<Part, 'sha256'>): Part => ({ ...part, sha256: sha256(part.content) });

export const partsIn = async ({ headers, body }: Pick<Recorded, 'headers' | 'body'>): Promise<Part[]> => {
  const parts: Promise<Part>[] = [];
  const parser = new Busboy({
    headers: headers as BusboyHeaders,
    preservePath: true,
    isPartAFile: (_name, _type, filename) => filename !== undefined,
  });
  parser.on('field', (name, value, _nameCut, _valueCut, _encoding, type) =>
    parts.push(Promise.resolve(partOf({ kind: 'field', name, type, content: Buffer.from(value) }))),
  );
  parser.on('file', (name, stream, filename, _encoding, type) =>
    parts.push(
      stream
        .toArray()
        .then((chunks: Buffer[]) => partOf({ kind: 'file', name, filename, type, content: Buffer.concat(chunks) })),
    ),
  );
  await pipeline(Readable.from([body]), parser);
  return Promise.all(parts);
};
