/**
 * A flow that sends letters, as a process that can be killed. It knows the sandbox over HTTP only. Its waits take no time: the
 * clocks of both sides are put forward instead.
 *
 * Prints a line with a dot for each upload that begins, and at the end what became of each letter, as JSON.
 */
import { readFileSync } from 'node:fs';
import { connect, portsOver } from '../../node-red/src/transport';
import {
  documentFromBytes,
  inputRulesFor,
  operationNamed,
  presentError,
  readFiksCredential,
  readMaskinportenCredential,
  runOperation,
  SERVICES,
  type Session,
  type Transport,
  type TransportRequest,
} from '../../src/core';
import { chanceFrom } from './random.mts';
import type { Order, Report } from './order.mts';

const order = JSON.parse(readFileSync(0, 'utf8')) as Order;
const chance = chanceFrom(order.seed);

const ask = async (path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(order.sandbox + path, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return response.status === 204 ? undefined : ((await response.json()) as unknown);
};

let offset = 0;
const wait = async (ms: number): Promise<void> => {
  offset += ms;
  await ask('/admin/clock', { advanceSeconds: ms / 1000 });
};

/** Longer than a send can take and be repeated. */
const SLOW_MS = 15_000;
const slowLetters = new Set<string>();

/** An answer that comes late, or so late that something in between has given up on it. */
const referenceIn = (body: TransportRequest['body']): string | undefined => {
  const first = typeof body === 'object' ? body[0] : undefined;
  if (!first || !('text' in first)) return undefined;
  return (JSON.parse(first.text) as { eksternReferanse: string }).eksternReferanse;
};

const slowly =
  (transport: Transport): Transport =>
  async (request) => {
    const reference = referenceIn(request.body);
    if (reference === undefined) return await transport(request);
    process.stdout.write('.\n');
    if (chance.next() >= order.slow) return await transport(request);
    const isLost = chance.next() < 0.5;
    const answer = await transport(request).catch((error: unknown) => error as Error);
    await wait(SLOW_MS);
    if (!isLost && !(answer instanceof Error)) return answer;
    slowLetters.add(reference);
    throw Object.assign(new Error('gave up'), { code: 'ETIMEDOUT' });
  };

const credentials = (await ask('/admin/credentials')) as Record<'maskinporten' | 'fiks', Record<string, unknown>>;
const connection = connect();
const session: Session = {
  ports: {
    ...portsOver({ ...connection, transport: slowly(connection.transport) }, () => undefined),
    now: () => Date.now() + offset,
    sleep: wait,
  },
  maskinporten: readMaskinportenCredential(credentials.maskinporten),
  fiks: readFiksCredential(credentials.fiks),
};

const operation = operationNamed(SERVICES.svarut, 'sendToPerson');
if (!operation) throw new Error('no sendToPerson');

const SMALL_BYTES = 2_000;
const LARGE_BYTES = 300_000;

/** As generators make them: never the same bytes twice. Some are so large that a connection can break in the middle. */
const pdfFor = (reference: string) => {
  const size = /[05]$/.test(reference) ? LARGE_BYTES : SMALL_BYTES;
  const text = `%PDF-1.7 made at ${process.hrtime.bigint()} `.padEnd(size, 'x');
  return documentFromBytes('vedtak.pdf', 'application/pdf', new TextEncoder().encode(text));
};

const outcomes = await runOperation(
  operation,
  session,
  order.letters.map((letter) => ({
    values: {
      ...letter,
      navn: 'RASK FYRLYKT',
      postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
      tittel: 'Vedtak om barnehageplass',
      documents: [pdfFor(letter.eksternReferanse)],
    },
  })),
  { rules: inputRulesFor(session.maskinporten) },
);
await connection.close();

const reports: Report[] = outcomes.map((outcome, at) => {
  const eksternReferanse = order.letters[at]?.eksternReferanse ?? '';
  if (outcome.ok) {
    const { outcome: kind, letterId } = outcome.value as { outcome: 'sent' | 'duplicate'; letterId: string };
    return { eksternReferanse, outcome: kind, letterId, slow: false };
  }
  const { code } = presentError(outcome.error);
  return {
    eksternReferanse,
    outcome: code === 'ERR_LETTER_OUTCOME_UNKNOWN' ? 'unknown' : 'refused',
    slow: slowLetters.has(eksternReferanse),
  };
});
process.stdout.write(`${JSON.stringify(reports)}\n`);
