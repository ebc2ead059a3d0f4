#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startSandbox, type Sandbox } from './index.js';
import { runSetup } from './setup/command.js';

const DEFAULT_PORT = 8440;

const HELP = `norsk-kommune-sandbox - a local stand-in for Maskinporten, Fiks Folkeregister, KRR, the vehicle register and SvarUt

Usage: norsk-kommune-sandbox [--port ${DEFAULT_PORT}] [--speed 1]
       norsk-kommune-sandbox setup [options]

  --port   port to listen on, on this machine only (default ${DEFAULT_PORT})
  --speed  virtual seconds per real second in the life of a letter (default 1);
           with 3600 an unread letter is printed after 40 seconds instead of 40 hours
  --help   this text

  setup    for the real services: makes a key pair for Maskinporten and writes the orders that open Maskinporten and Fiks;
           setup --help tells more

Unofficial: made by neither KS, Digdir, Skatteetaten nor Statens vegvesen. Only invented persons; opens nothing real.
`;

class UsageError extends Error {}

interface Options {
  readonly port: number;
  readonly speed: number;
  readonly help: boolean;
}

const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      speed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port must be a number from 0 to 65535');
  const speed = Number(values.speed);
  if (!(speed > 0 && Number.isFinite(speed))) throw new UsageError('--speed must be a number above 0');
  return { port, speed, help: values.help };
};

const describe = ({ url, credentials: { maskinporten, fiks } }: Sandbox): string => `
The sandbox is running at ${url}
Open that address in a browser to see persons, letters and requests. Stop with Ctrl+C.

Maskinporten
  Environment           Sandbox on This Machine
  Sandbox Address       ${maskinporten.sandboxUrl}
  Client ID             ${maskinporten.clientId}
  Key ID (kid)          ${maskinporten.keyId}
  Private Key           ${maskinporten.privateKey}

Fiks integration
  Integration ID        ${fiks.integrationId}
  Integration Password  ${fiks.integrationPassword}
  Folkeregister Role ID ${fiks.rolleId}
  SvarUt Account ID     ${fiks.kontoId}
  Organisation ID       ${fiks.fiksOrgId}
  Reference Secret      ${fiks.referenceSecret}

The values are the same in every copy of the sandbox, public, and open nothing real.
`;

const explain = (error: unknown, port: number): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Choose another with --port.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
  return message;
};

const serve = async (args: readonly string[]): Promise<void> => {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  try {
    const sandbox = await startSandbox(options);
    process.stdout.write(describe(sandbox));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  } catch (error) {
    process.stderr.write(`The sandbox could not start: ${explain(error, options.port)}\n`);
    process.exitCode = 1;
  }
};

const [command, ...rest] = process.argv.slice(2);
void (command === 'setup' ? runSetup(rest) : serve(process.argv.slice(2)));
