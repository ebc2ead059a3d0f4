/**
 * Runs the chosen operation over all items: the one path from an n8n node to the core.
 */
import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
  asServiceError,
  inputRulesFor,
  operationNamed,
  presentError,
  readFiksCredential,
  readMaskinportenCredential,
  runOperation,
  ServiceError,
  type Field,
  type Operation,
  type Outcome,
  type RawInput,
  type Service,
  type Session,
} from '../../src/core';
import { documentsOf } from './documents';
import { INCLUDE_INPUT, OPTIONS } from './properties';
import { portsOver } from './transport';

const sessionOf = async (host: IExecuteFunctions, service: Service): Promise<Session> => {
  const maskinporten = readMaskinportenCredential(await host.getCredentials('maskinportenApi'));
  const fiks = service.needsFiks ? readFiksCredential(await host.getCredentials('fiksIntegrationApi')) : undefined;
  return { ports: portsFor(host), signal: host.getExecutionCancelSignal(), maskinporten, fiks };
};

const portsFor = (host: IExecuteFunctions): Session['ports'] =>
  portsOver(
    async (options) => (await host.helpers.httpRequest(options)) as unknown,
    (sentence) => {
      host.logger.warn(sentence);
    },
  );

const chosenOperation = (host: IExecuteFunctions, service: Service): Operation<Session> => {
  const name: unknown = host.getNodeParameter('operation', 0);
  const operation = operationNamed(service, String(name));
  if (!operation)
    throw new ServiceError('ERR_INVALID_INPUT', 'The node has no operation.', 'Choose an operation on the node.');
  if (operation.effect === 'send' && host.isToolExecution()) {
    throw new ServiceError(
      'ERR_NOT_ALLOWED_FOR_AI',
      'An AI agent asked to send a letter.',
      'Let the agent prepare the case and a workflow with a human in it send the letter.',
    );
  }
  return operation;
};

const valueOf = async (host: IExecuteFunctions, field: Field, itemIndex: number): Promise<unknown> => {
  if (field.group === 'advanced') {
    const options: unknown = host.getNodeParameter(OPTIONS, itemIndex, {});
    return (options as IDataObject)[field.name];
  }
  const given: unknown = host.getNodeParameter(field.name, itemIndex, '');
  return field.kind === 'documents' ? await documentsOf(host, itemIndex, String(given)) : given;
};

/** A switch that a form does not show has no value, which is off. */
const isOff = (value: unknown): boolean => [undefined, null, '', false, 'false'].includes(value as string);

const isDeniedToAi = (host: IExecuteFunctions, field: Field, value: unknown): boolean =>
  field.kind === 'boolean' && field.notForAi === true && !isOff(value) && host.isToolExecution();

const deniedToAi = (field: Field): ServiceError =>
  new ServiceError(
    'ERR_NOT_ALLOWED_FOR_AI',
    `An AI agent asked for "${field.label.en}".`,
    'Leave it off where an agent uses the node; such addresses may not go to a language model.',
    { field: field.name },
  );

const inputOf = async (
  host: IExecuteFunctions,
  operation: Operation<Session>,
  itemIndex: number,
): Promise<RawInput> => {
  const values: Record<string, unknown> = {};
  for (const field of operation.fields) {
    try {
      const value = await valueOf(host, field, itemIndex);
      if (isDeniedToAi(host, field, value)) return { error: deniedToAi(field) };
      values[field.name] = value;
    } catch {
      // What n8n says of a failed expression or a missing file can quote the item, so it is not passed on.
      const fault =
        field.kind === 'documents' ? 'names a binary field that the item does not have' : 'could not be worked out';
      const action =
        field.kind === 'documents' ? 'Check the name in the Binary tab of the incoming item.' : 'Check the expression.';
      return {
        error: new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" ${fault}.`, action, { field: field.name }),
      };
    }
  }
  return { values };
};

const nodeErrorOf = (host: IExecuteFunctions, error: unknown, itemIndex?: number): NodeOperationError => {
  const { message, action, code, supportReference } = presentError(error);
  const reference = supportReference ? `${code}, support reference ${supportReference}` : code;
  return new NodeOperationError(host.getNode(), message, { itemIndex, description: `${action} (${reference})` });
};

const itemOf = (
  host: IExecuteFunctions,
  given: INodeExecutionData,
  outcome: Outcome,
  itemIndex: number,
): INodeExecutionData => {
  const pairedItem = { item: itemIndex };
  if (outcome.ok) {
    const included = host.getNodeParameter(INCLUDE_INPUT, itemIndex, false) === true ? given.json : {};
    return { json: { ...included, ...(outcome.value as IDataObject) }, pairedItem };
  }
  if (!host.continueOnFail()) throw nodeErrorOf(host, outcome.error, itemIndex);
  // n8n tells a failed item by `error` being all it holds, and adds the incoming fields itself. With an Error object
  // beside it, n8n would keep nothing but its message.
  return { json: { error: presentError(outcome.error) }, pairedItem };
};

const outcomesOf = async (host: IExecuteFunctions, service: Service, itemCount: number): Promise<Outcome[]> => {
  const operation = chosenOperation(host, service);
  const session = await sessionOf(host, service);
  const indexes = Array.from({ length: itemCount }, (_, index) => index);
  const inputs = await Promise.all(indexes.map(async (itemIndex) => await inputOf(host, operation, itemIndex)));
  return await runOperation(operation, session, inputs, {
    rules: inputRulesFor(session.maskinporten),
    signal: session.signal,
  });
};

export const executeService = async (host: IExecuteFunctions, service: Service): Promise<INodeExecutionData[][]> => {
  const items = host.getInputData();
  const outcomes = await outcomesOf(host, service, items.length).catch((error: unknown): Outcome[] => {
    // Set-up that is wrong for the node is wrong for every item. It is told item by item where failed items go on: of a
    // node that throws there, n8n passes the incoming items to the first output, as if they had succeeded.
    if (host.continueOnFail()) return items.map(() => ({ ok: false, error: asServiceError(error) }));
    throw nodeErrorOf(host, error);
  });
  return [items.map((item, itemIndex) => itemOf(host, item, outcomes[itemIndex] as Outcome, itemIndex))];
};
