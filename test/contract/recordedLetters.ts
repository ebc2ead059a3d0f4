/**
 * Letters as they leave the machine. What is asked on the way (token, reference, key, address) the sandbox answers; the
 * letter itself is written down byte for byte instead.
 */
import { withTransport } from '../integration/sending';
import { valueOf, World, type Stored } from '../integration/world';
import type { FullLetter } from '../fullLetters';
import { partsIn, type Part } from './multipart';
import { startRecorder, type Recorder } from './recorder';

export interface RecordedLetter {
  readonly path: string;
  /** The part with the metadata. */
  readonly forsendelse: any;
  readonly files: readonly Part[];
  readonly parts: readonly Part[];
}

/** Sets both servers up for the tests of a file. */
export const useRecordedLetters = () => {
  let world: World;
  let recorder: Recorder;
  beforeAll(async () => {
    world = await World.start();
    recorder = await startRecorder();
  });
  afterAll(async () => {
    await world.close();
    await recorder.close();
  });

  return async ({ operation }: Pick<FullLetter, 'operation'>, input: Stored): Promise<RecordedLetter> => {
    recorder.recorded.length = 0;
    const session = withTransport(world.session(), (transport) => (request) => {
      const url = request.url.replace(world.sandbox.url, recorder.url);
      return transport(Array.isArray(request.body) ? { ...request, url } : request);
    });
    valueOf((await world.run('svarut', operation, [input], session))[0]);
    const [recorded, ...more] = recorder.recorded;
    if (!recorded || more.length > 0) throw new Error(`${recorder.recorded.length} requests and not one letter`);
    const parts = await partsIn(recorded);
    const [metadata, ...files] = parts;
    return { path: recorded.path, forsendelse: JSON.parse(String(metadata?.content)), files, parts };
  };
};
