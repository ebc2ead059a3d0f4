import type { NodeAPI } from 'node-red';
import { registerTrigger } from './runtime';

export default (RED: NodeAPI): void => registerTrigger(RED, 'folkeregister');
