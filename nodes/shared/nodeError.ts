/**
 * Errors as n8n shows them.
 */
import { NodeOperationError, type FunctionsBase } from 'n8n-workflow';
import { presentError, ServiceError, type Field } from '../../src/core';

export const nodeErrorOf = (
  host: Pick<FunctionsBase, 'getNode'>,
  error: unknown,
  itemIndex?: number,
): NodeOperationError => {
  const { message, action, code, supportReference, jobId } = presentError(error);
  const marks = [code, supportReference && `support reference ${supportReference}`, jobId && `job ${jobId}`];
  const description = `${action} (${marks.filter(Boolean).join(', ')})`;
  return new NodeOperationError(host.getNode(), message, { itemIndex, description });
};

/** What n8n says of a failed expression can quote the item, so it is not passed on. */
export const notWorkedOut = (field: Field): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" could not be worked out.`, 'Check the expression.', {
    field: field.name,
  });
