import type { PresentedError } from '../../src/core';

/** What Catch nodes get: `code` to branch on, and the rest under `cause`. */
export const catchable = (presented: PresentedError): Error => {
  const error = new Error(`${presented.message} ${presented.action}`);
  return Object.assign(error, { name: 'ServiceError', code: presented.code, cause: presented });
};
