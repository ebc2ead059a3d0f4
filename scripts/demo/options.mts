/**
 * What `npm start` and `npm run start:n8n` take after `--`.
 */
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Stop after the run. */
  readonly once: boolean;
  /** How often the flow is run against the same sandbox. */
  readonly times: number;
  /** Print the figures as one JSON object on the last line. */
  readonly json: boolean;
}

export const readOptions = (): DemoOptions => {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      times: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) throw new Error('--times takes a whole number, 1 or more.');
  return { once: values.once, times, json: values.json };
};
