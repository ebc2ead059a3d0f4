/** What is really kept in memory, without what only waits to be thrown away. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes. */
export const heapInUse = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};
