/**
 * Where a trigger has come to, in a file of its own under Node-RED's user folder: Node-RED's context forgets when it restarts,
 * unless someone has set up another.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ServiceError, type Json } from '../../src/core';

const FOLDER = 'norsk-kommune';

/** Ids come from flows, which anyone can write. */
const fileNameOf = (nodeId: string): string =>
  `${nodeId.replace(/[^\w-]/g, (sign) => `%${String(sign.codePointAt(0)).padStart(4, '0')}`)}.json`;

const notStored = (): ServiceError =>
  new ServiceError(
    'ERR_PLACE_NOT_KEPT',
    'The place could not be stored in the user folder of Node-RED.',
    'Check that there is room, and that Node-RED may write there.',
  );

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_PLACE_NOT_KEPT',
    'The place that was stored in the user folder of Node-RED cannot be read.',
    'Check that Node-RED may read it, or replace the node by a copy of it, which begins anew.',
  );

interface Write {
  place: Json;
  readonly done: Promise<void>;
}

export class PlaceFile {
  readonly #folder: string;
  readonly #file: string;
  #written: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Waits until the write before it has ended. */
  #next: Write | undefined;

  constructor(userDir: string, nodeId: string) {
    this.#folder = path.join(userDir, FOLDER);
    this.#file = path.join(this.#folder, fileNameOf(nodeId));
  }

  /**
   * @returns undefined where nothing was stored
   * @throws ServiceError ERR_PLACE_NOT_KEPT
   */
  async read(): Promise<Json> {
    try {
      return JSON.parse(await readFile(this.#file, 'utf8')) as Json;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw unreadable();
    }
  }

  /**
   * Resolves when it is on the disk. Many that come at once are one write.
   * @throws ServiceError ERR_PLACE_NOT_KEPT
   */
  write(place: Json): Promise<void> {
    if (this.#next) {
      this.#next.place = place;
      return this.#next.done;
    }
    const done = this.#last.then(() => {
      const { place: newest } = this.#next ?? { place };
      this.#next = undefined;
      return this.#put(JSON.stringify(newest));
    });
    this.#next = { place, done };
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async remove(): Promise<void> {
    await this.#last;
    await rm(this.#file, { force: true });
  }

  /** Whoever is killed in between leaves the file that was there before. */
  async #put(text: string): Promise<void> {
    if (text === this.#written) return;
    const temporary = `${this.#file}.new`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(temporary, text, { mode: 0o600, flush: true });
      await rename(temporary, this.#file);
    } catch {
      throw notStored();
    }
    this.#written = text;
  }
}
