/** What a process remembers of the letters it sent must not reach from one test into the next. */
import { forgetAll } from '../../src/svarut/sentBefore';

beforeEach(forgetAll);
