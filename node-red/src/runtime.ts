/**
 * Everything the node files need, bundled once: token cache and error class are one copy in the process.
 */
export { registerFiks, registerMaskinporten } from './credentialNodes';
export { registerCredentialTests } from './credentialTests';
export { registerService } from './serviceNode';
export { registerTrigger } from './triggerNode';
export { FIKS_CREDENTIAL, MASKINPORTEN_CREDENTIAL, SERVICES } from '../../src/core';
