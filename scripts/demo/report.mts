/**
 * The outcome of a run, for people and for programs. Nothing in it identifies a person.
 */
import { countRequests, type Ledger } from './ledger.mts';

/** What a flow says of one line of the CSV. */
export interface FlowLine {
  readonly line: number;
  readonly outcome: string;
  readonly channel: string | null;
  readonly reason: string | null;
  readonly letterId: string | null;
}

const OUTCOMES = ['digital', 'print', 'duplicate', 'held', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface ReportLine extends Omit<FlowLine, 'outcome'> {
  readonly outcome: Outcome;
}

const CHANNELS: Readonly<Record<string, Outcome>> = { dpi: 'digital', altinn: 'digital', print: 'print' };

/** How a sent letter really went is the ledger's word; a letter it does not hold has failed, whatever the flow says. */
const judge = (line: FlowLine, ledger: Ledger): ReportLine => {
  const letter = ledger.letters.find(({ id }) => id === line.letterId);
  const outcomes: readonly string[] = OUTCOMES;
  if (line.outcome === 'held') return { ...line, outcome: 'held' };
  if (!letter || !outcomes.includes(line.outcome) || line.outcome === 'failed') return { ...line, outcome: 'failed' };
  return {
    ...line,
    channel: letter.channel,
    outcome: line.outcome === 'duplicate' ? 'duplicate' : (CHANNELS[letter.channel] ?? 'failed'),
  };
};

export interface Report {
  readonly lines: readonly ReportLine[];
  readonly figures: Readonly<Record<string, unknown>>;
}

export const makeReport = (host: string, flowLines: readonly FlowLine[], ledger: Ledger, seconds: number): Report => {
  const lines = flowLines.map((line) => judge(line, ledger)).sort((a, b) => a.line - b.line);
  const outcomes = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
  );
  return {
    lines,
    figures: {
      host,
      lines: lines.length,
      outcomes,
      letters: ledger.letters.length,
      printEndpoint: ledger.letters.filter(({ endpoint }) => endpoint === 'print').length,
      requests: countRequests(ledger),
      seconds: Math.round(seconds * 10) / 10,
    },
  };
};

const COLUMNS: readonly (readonly [
  title: string,
  width: number,
  value: (line: ReportLine) => string | number | null,
])[] = [
  ['line', 6, (line) => line.line],
  ['outcome', 11, (line) => line.outcome],
  ['channel', 9, (line) => line.channel],
  ['reason', 18, (line) => line.reason],
  ['letter', 36, (line) => line.letterId],
];

export const printTable = ({ lines }: Report): void => {
  console.log(COLUMNS.map(([title, width]) => title.padEnd(width)).join(''));
  for (const line of lines)
    console.log(
      COLUMNS.map(([, width, value]) => String(value(line) ?? '-').padEnd(width))
        .join('')
        .trimEnd(),
    );
};
