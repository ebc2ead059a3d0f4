import type { NodeAPI } from 'node-red';
import { registerService } from './runtime';

export default (RED: NodeAPI): void => registerService(RED, 'kjoretoyregister');
