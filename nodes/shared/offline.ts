/**
 * Operations that ask nobody: the form shows no credentials for them, for n8n does not run a node that lacks one it shows.
 */
import { isOffline, type Service } from '../../src/core';

/** For `displayOptions` of credentials. */
export const offlineOperations = ({ operations }: Service): string[] =>
  operations.filter((operation) => isOffline(operation)).map(({ name }) => name);
