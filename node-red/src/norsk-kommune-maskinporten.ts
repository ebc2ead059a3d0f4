import type { NodeAPI } from 'node-red';
import { registerCredentialTests, registerMaskinporten } from './runtime';

export default (RED: NodeAPI): void => {
  registerMaskinporten(RED);
  registerCredentialTests(RED);
};
