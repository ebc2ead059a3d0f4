import type { NodeAPI } from 'node-red';
import { registerFiks } from './runtime';

export default (RED: NodeAPI): void => registerFiks(RED);
