import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../scripts/project.mts';

export const CLI = inProject('sandbox', 'dist', 'cli.js');

/** The command as it is shipped, in a process of its own that goes on until it is told to stop. */
export class RunningCommand {
  stderr = '';
  #stdout = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** @param args of the shipped command, or of a command in another folder */
  static async start(args: readonly string[], cwd?: string, script = CLI): Promise<RunningCommand> {
    const running = new RunningCommand(spawn(process.execPath, [script, ...args], { cwd, stdio: 'pipe' }));
    while (running.url === undefined) {
      if (running.child.exitCode !== null) throw new Error(`it ended: ${running.stderr}`);
      await Promise.race([once(running.child.stdout!, 'data'), once(running.child, 'exit')]);
    }
    return running;
  }

  /** What it says it runs at. */
  get url(): string | undefined {
    return /running at (\S+)/.exec(this.#stdout)?.[1];
  }

  /** Everything is printed in one piece, with the credentials. */
  get stdout(): string {
    return this.#stdout;
  }

  /** @returns its exit code */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }
}
