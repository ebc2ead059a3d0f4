import type { NodeAPI } from 'node-red';
import { registerService } from './runtime';

export = (RED: NodeAPI): void => registerService(RED, 'svarut');
