import type { NodeAPI } from 'node-red';
import { registerFiks } from './runtime';

export = (RED: NodeAPI): void => registerFiks(RED);
