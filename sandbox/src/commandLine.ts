import { parseArgs } from 'node:util';
import { readBaseUrl } from './network.js';
import { LARGEST_POPULATION, LARGEST_SEED } from './population/population.js';

const DEFAULT_PORT = 8440;
const LARGEST_PORT = 65_535;

export const HELP = `norsk-kommune-sandbox - a local stand-in for Maskinporten, Fiks Folkeregister, KRR, the vehicle register and SvarUt

Usage: norsk-kommune-sandbox [options]
       norsk-kommune-sandbox setup [options]

  --port    port to listen on (default ${DEFAULT_PORT})
  --speed   virtual seconds per real second in the life of a letter (default 1);
            with 3600 an unread letter is printed after 40 seconds instead of 40 hours
  --faults  a JSON file with what goes wrong from the start: { "faults": [...], "settings": {...} }
  --persons how many persons to generate beside those with a story (default 0, at most ${LARGEST_POPULATION})
  --seed    a number; other persons are generated for another one (default 1)
  --data    a JSON or CSV file with persons, organisations and vehicles of your own; synthetic numbers only
  --host    address to listen on (default 127.0.0.1, this machine only); everyone who reaches another one sees what is sent
            and can change what the sandbox does
  --url     base address that others call it by, such as http://sandbox:${DEFAULT_PORT}, when they do not call localhost
  --help    this text

  setup     for the real services: makes a key pair for Maskinporten and writes the orders that open Maskinporten and Fiks;
            setup --help tells more

Unofficial: made by neither KS, Digdir, Skatteetaten nor Statens vegvesen. Only invented persons; opens nothing real.
`;

export interface CommandLine {
  readonly port: number;
  readonly host: string;
  readonly url: string | undefined;
  readonly speed: number;
  /** A file. */
  readonly faults: string | undefined;
  readonly persons: number;
  readonly seed: number;
  /** A file. */
  readonly data: string | undefined;
  readonly help: boolean;
}

/** @throws Error with a sentence for who wrote it */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      url: { type: 'string' },
      speed: { type: 'string', default: '1' },
      faults: { type: 'string' },
      persons: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    port: readWhole('port', values.port, LARGEST_PORT),
    host: values.host,
    url: values.url === undefined ? undefined : readBaseUrl(values.url),
    speed: readSpeed(values.speed),
    faults: values.faults,
    persons: readWhole('persons', values.persons, LARGEST_POPULATION),
    seed: readWhole('seed', values.seed, LARGEST_SEED),
    data: values.data,
    help: values.help,
  };
};

const readWhole = (option: string, text: string, largest: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= largest) return number;
  throw new Error(`--${option} must be a whole number from 0 to ${largest}`);
};

const readSpeed = (text: string): number => {
  const speed = Number(text);
  if (speed > 0 && Number.isFinite(speed)) return speed;
  throw new Error('--speed must be a number above 0');
};
