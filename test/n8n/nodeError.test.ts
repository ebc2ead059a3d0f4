/** What n8n shows below the message of an error that stops the workflow. */
import type { INode } from 'n8n-workflow';
import { nodeErrorOf } from '../../nodes/shared/nodeError';
import { ServiceError } from '../../src/core';

const host = { getNode: () => ({ name: 'Folkeregister' }) as INode };

test.each([
  [{}, 'Go on with it later. (ERR_EXTRACT_NOT_READY)'],
  [{ jobId: '42-7' }, 'Go on with it later. (ERR_EXTRACT_NOT_READY, job 42-7)'],
  [
    { supportReference: 'e-1', jobId: '42-7' },
    'Go on with it later. (ERR_EXTRACT_NOT_READY, support reference e-1, job 42-7)',
  ],
])('what there is to go on with is told: %j', (details, description) => {
  const error = new ServiceError('ERR_EXTRACT_NOT_READY', 'Not ready.', 'Go on with it later.', details);
  expect(nodeErrorOf(host, error)).toMatchObject({ message: 'Not ready.', description });
});
