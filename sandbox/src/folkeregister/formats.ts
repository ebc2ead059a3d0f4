import type { FastifyRequest } from 'fastify';
import { RegisterRefusal } from './registerRefusal.js';

const MEDIA_TYPES = {
  json: 'application/json',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  text: 'text/plain',
} as const;

export type Format = keyof typeof MEDIA_TYPES;

export const mediaTypeOf = (format: Format): string => MEDIA_TYPES[format];

interface Wanted {
  readonly range: string;
  readonly quality: number;
}

const wantedOf = (accept: string): readonly Wanted[] =>
  accept
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='));
      return { range, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);

const matches = (range: string, format: Format): boolean => {
  const type = MEDIA_TYPES[format];
  return range === '*/*' || range === type || range === `${type.split('/', 1)[0]}/*`;
};

/** Without Accept an answer takes the form of the request. */
const formOfRequest = ({ headers }: FastifyRequest): string =>
  headers['content-type'] === undefined ? '*/*' : (headers['content-type'].split(';', 1)[0] ?? '*/*');

/** @throws RegisterRefusal 406 when the caller takes none of what is offered */
export const chooseFormat = (request: FastifyRequest, offered: readonly Format[]): Format => {
  const accept = request.headers.accept?.trim() || formOfRequest(request);
  for (const { range } of wantedOf(accept)) {
    const format = offered.find((one) => matches(range, one));
    if (format) return format;
  }
  const types = offered.map(mediaTypeOf).join(' or ');
  throw new RegisterRefusal(406, 'Not Acceptable', `Accept must allow ${types}`);
};

export const wantsXml = ({ headers }: FastifyRequest): boolean => /^[^,]*xml/.test(headers.accept ?? '');
