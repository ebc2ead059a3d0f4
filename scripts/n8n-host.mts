/**
 * A real n8n with the packed package in it, for the host tests and `npm run start:n8n`.
 */
export { installN8n } from './n8n/install.mts';
export { createUserFolder, type UserFolder } from './n8n/userFolder.mts';
export { executeWorkflow, n8nCli, type Execution, type ExecutionRecord, type NodeRun } from './n8n/execute.mts';
export { startN8n, type N8n } from './n8n/server.mts';
export { OWNER, setUpOwner, type Call } from './n8n/rest.mts';
