/** A register that makes extracts, for tests of how they are ordered and fetched. */
import type { TransportRequest } from '../../../../src/http/transport';
import { jsonOf, type Reply, type Route } from '../../fakePorts';
import { register } from '../register';

export const JOB = '1231d76c-5c1b-4f0e-9a3d-2b7f8e6a4c10';

export interface Making {
  readonly batches: readonly (readonly string[])[];
  readonly content?: 'foedselsEllerDNummer' | 'dokumentidentifikator';
  /** How often each batch is asked for in vain, the end too. */
  readonly notReady?: number;
  /** What stands behind the last batch. */
  readonly end?: unknown;
  readonly persons?: Route;
}

const NOT_READY: Reply = { status: 404, json: { feilmelding: 'Batch med id=0 er enda ikke klar' } };
const GONE: Reply = { status: 410, json: { feilmelding: 'Jobb eller batch eksisterer ikke' } };

export const isOrder = ({ url }: TransportRequest): boolean => /\/uttrekk\/(?:tilpasset|komplett)/.test(url);

export const batchIn = ({ url }: TransportRequest): number | undefined => {
  const [, index] = /\/batch\/(\d+)$/.exec(url) ?? [];
  return index === undefined ? undefined : Number(index);
};

export const ordersIn = (requests: readonly TransportRequest[]): unknown[] => requests.filter(isOrder).map(jsonOf);

export const extractOf = ({
  batches,
  content = 'foedselsEllerDNummer',
  notReady = 0,
  end = {},
  persons = register(content, (id) => id),
}: Making): Route => {
  const vain = new Map<number, number>();
  const answerFor = (index: number): Reply => {
    const asked = vain.get(index) ?? 0;
    vain.set(index, asked + 1);
    if (asked < notReady) return NOT_READY;
    if (index === batches.length) return { json: end };
    return index > batches.length ? GONE : { json: { [content]: batches[index] } };
  };
  return (request, nth) => {
    if (isOrder(request)) return { json: { jobbId: JOB } };
    const index = batchIn(request);
    return index === undefined ? persons(request, nth) : answerFor(index);
  };
};
