import { parseArgs } from 'node:util';
import type { SetupAnswers } from './answers.js';
import { ENVIRONMENTS, LANGUAGES, PARTIES, SERVICES } from './order.js';

export const SETUP_HELP = `norsk-kommune-sandbox setup - makes a key pair and writes the orders that Maskinporten and Fiks need

Usage: norsk-kommune-sandbox setup [--for municipality|supplier] [--organisation <name>] [--organisation-number <9 digits>]

  --for                   who owns the Maskinporten client: ${PARTIES.join(' or ')} (default municipality)
  --organisation          name of that owner
  --organisation-number   its nine digits; a municipality's main unit
  --municipality          a supplier's customer, by name
  --municipality-number   and its nine digits
  --services              some of ${SERVICES.join(',')} (default all)
  --environment           ${ENVIRONMENTS.join(' or ')} (default test); each needs a set-up of its own
  --key-name              key id (kid), such as eksempel-n8n-2027 (default the RFC 7638 thumbprint of the key)
  --language              ${LANGUAGES.join(' or ')}, of the checklist (default nb); the letters are in Norwegian
  --out                   folder to write to (default norsk-kommune-setup-<environment>)
  --json                  print the result as JSON and ask nothing
  --help                  this text

On a terminal it asks for what is missing. Elsewhere that becomes a placeholder in square brackets.
The private key is written to private-key.pem, for you alone, and shown nowhere. Nothing is overwritten, nothing is sent.
`;

export interface SetupOptions {
  readonly help: boolean;
  readonly json: boolean;
  readonly folder?: string;
  readonly answers: SetupAnswers;
}

const oneOf = <T extends string>(option: string, value: string, choices: readonly T[]): T => {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new Error(`--${option} must be one of ${choices.join(', ')}.`);
  return chosen;
};

const perhaps = <T>(value: string | undefined, read: (value: string) => T): T | undefined =>
  value === undefined ? undefined : read(value);

/** @throws Error an option is unknown or has a value it cannot have */
export const readSetupOptions = (args: readonly string[]): SetupOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      for: { type: 'string' },
      organisation: { type: 'string' },
      'organisation-number': { type: 'string' },
      municipality: { type: 'string' },
      'municipality-number': { type: 'string' },
      services: { type: 'string' },
      environment: { type: 'string' },
      'key-name': { type: 'string' },
      language: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const answers: SetupAnswers = {
    for: perhaps(values.for, (value) => oneOf('for', value, PARTIES)),
    organisation: values.organisation,
    organisationNumber: values['organisation-number'],
    municipality: values.municipality,
    municipalityNumber: values['municipality-number'],
    services: perhaps(values.services, (value) =>
      value.split(',').map((service) => oneOf('services', service.trim(), SERVICES)),
    ),
    environment: perhaps(values.environment, (value) => oneOf('environment', value, ENVIRONMENTS)),
    language: perhaps(values.language, (value) => oneOf('language', value, LANGUAGES)),
    keyId: values['key-name'],
  };
  return { help: values.help, json: values.json, folder: values.out, answers };
};
