import type { NodeAPI } from 'node-red';
import { registerCredentialTests, registerMaskinporten } from './runtime';

export = (RED: NodeAPI): void => {
  registerMaskinporten(RED);
  registerCredentialTests(RED);
};
