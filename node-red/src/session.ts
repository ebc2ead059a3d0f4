/**
 * What an execution brings with it, from the configurations chosen on the node.
 */
import type { NodeAPI } from 'node-red';
import {
  fiksChoiceOf,
  goesThroughFiks,
  ServiceError,
  type Ports,
  type RawInput,
  type Service,
  type Session,
} from '../../src/core';
import { fiksNamed, maskinportenNamed } from './credentialNodes';
import { portsOver } from './transport';

const missing = (what: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', `The node has no ${what}.`, `Choose or add one in the node's dialog.`);

/** Some services go through Fiks only where the node says so, and a field may say so of one item alone. */
const waysOf = (service: Service, inputs: readonly RawInput[]): boolean[] => {
  const field = fiksChoiceOf(service)?.field;
  if (field === undefined || inputs.length === 0) return [service.needsFiks];
  return inputs.map((input) => goesThroughFiks(service, 'values' in input ? input.values[field] : undefined));
};

/** Ids of the configurations. */
export interface Chosen {
  readonly maskinporten: string;
  readonly fiks?: string;
}

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE */
export const sessionFor = (
  RED: NodeAPI,
  service: Service,
  definition: Chosen,
  inputs: readonly RawInput[],
  warn: Ports['warn'],
  signal: AbortSignal,
): Session => {
  const maskinporten = maskinportenNamed(RED, definition.maskinporten);
  if (!maskinporten) throw missing('Maskinporten configuration');
  const ways = waysOf(service, inputs);
  const fiks = ways.includes(true) ? fiksNamed(RED, definition.fiks) : undefined;
  // Where only some items go through Fiks, it is they that miss it.
  if (!ways.includes(false) && !fiks) throw missing('Fiks integration');
  return {
    ports: portsOver(maskinporten.connection(), warn),
    signal,
    maskinporten: maskinporten.credential(),
    fiks: fiks?.credential(),
  };
};
