/**
 * How many answers of the sandbox were checked, by document. Each file of tests says its own; `npm test` adds them up, from the
 * file it names in CONTRACT_COUNTS.
 */
import { appendFileSync } from 'node:fs';

export class Count {
  readonly #answers = new Map<string, number>();

  /** Another answer was valid by this document. */
  add(document: string): void {
    this.#answers.set(document, (this.#answers.get(document) ?? 0) + 1);
  }

  /** Once all tests of a file are over. */
  report(what: string): void {
    const all = [...this.#answers.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${all} ${what} of the sandbox were checked against the published descriptions.\n`);
    const file = process.env.CONTRACT_COUNTS;
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(Object.fromEntries(this.#answers))}\n`);
  }
}
