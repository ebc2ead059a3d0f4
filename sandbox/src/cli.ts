#!/usr/bin/env node
import { HELP, readCommandLine, type CommandLine } from './commandLine.js';
import { startSandbox, type Sandbox } from './index.js';
import { isLoopback } from './network.js';
import { readScenarioFile } from './scenario.js';
import { runSetup } from './setup/command.js';

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

const WARNING = `
WARNING: the sandbox does not listen on this machine only. Everyone who reaches it can read what is sent to it and change
what it does. Use --host only on a network you trust, and send it nothing real.
`;

const start = ({ faults, ...options }: CommandLine): Promise<Sandbox> =>
  startSandbox({ ...options, ...(faults !== undefined && readScenarioFile(faults)) });

const explain = (error: unknown, port: number): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Choose another with --port.`;
  if (code === 'EADDRNOTAVAIL') return 'This machine has no such address. Choose another with --host.';
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
  return message;
};

const serve = async (args: readonly string[]): Promise<void> => {
  let options: CommandLine;
  try {
    options = readCommandLine(args);
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
    const sandbox = await start(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
    if (!isLoopback(options.host)) process.stderr.write(WARNING);
    process.stdout.write(describe(sandbox));
  } catch (error) {
    process.stderr.write(`The sandbox could not start: ${explain(error, options.port)}\n`);
    process.exitCode = 1;
  }
};

const [command, ...rest] = process.argv.slice(2);
void (command === 'setup' ? runSetup(rest) : serve(process.argv.slice(2)));
