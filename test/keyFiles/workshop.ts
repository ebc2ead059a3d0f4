/**
 * A folder in which the system's openssl makes key files.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export class Workshop {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-keys-'));
  #made = 0;

  /** Gives what the work comes to, and removes the folder. */
  static use<T>(work: (workshop: Workshop) => T): T {
    const workshop = new Workshop();
    try {
      return work(workshop);
    } finally {
      rmSync(workshop.#folder, { recursive: true, force: true });
    }
  }

  /** @returns the name of the file */
  put(content: string | Buffer): string {
    const name = `file-${(this.#made += 1)}`;
    writeFileSync(path.join(this.#folder, name), content);
    return name;
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.#folder, name));
  }

  /** @returns what it prints */
  openssl(command: string, ...args: readonly string[]): Buffer {
    return execFileSync('openssl', [...command.split(' ').filter(Boolean), ...args], {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
