import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../setup/order.js';

export interface PageRoute {
  Querystring: { language?: Language };
}

export const languageQuery = {
  type: 'object',
  properties: { language: { enum: LANGUAGES } },
} as const;

/** Norwegian goes under several names. */
const KNOWN: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nb', en: 'en' };

interface Wish {
  readonly tag: string;
  readonly weight: number;
}

const wishOf = (entry: string): Wish => {
  const [tag = '', ...parameters] = entry
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
};

/** What the address says, or else the first of the browser's languages that the page has (RFC 9110, 12.5.4). */
export const languageOf = ({ query, headers }: FastifyRequest<PageRoute>, otherwise: Language): Language => {
  if (query.language) return query.language;
  const wishes = (headers['accept-language'] ?? '')
    .split(',')
    .map(wishOf)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const known = wishes.map(({ tag }) => KNOWN[tag.split('-', 1)[0] ?? '']);
  return known.find((language) => language !== undefined) ?? otherwise;
};
