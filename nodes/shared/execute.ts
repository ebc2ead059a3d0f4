/**
 * Runs the chosen operation over all items: the one path from an n8n node to the core.
 */
import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
  asServiceError,
  checkWorkedOut,
  FIKS_CREDENTIAL,
  fiksChoiceOf,
  goesThroughFiks,
  inputRulesFor,
  isForAi,
  isHidden,
  isOffline,
  isServiceError,
  MASKINPORTEN_CREDENTIAL,
  operationNamed,
  presentError,
  readFiksCredential,
  readMaskinportenCredential,
  runOffline,
  runOperation,
  ServiceError,
  type Field,
  type Operation,
  type Outcome,
  type RawInput,
  type Service,
  type Session,
} from '../../src/core';
import { intoOutputs } from './branches';
import { documentsOf } from './documents';
import { fieldNamedIn } from './fieldOfItem';
import { INCLUDE_INPUT, OPTIONS } from './properties';
import { nodeErrorOf, notWorkedOut } from './nodeError';
import { rowsFrom } from './rows';
import { storedFor } from './storedCredential';
import { portsOver } from './transport';

/** What the form holds for a field is worked out for each item. */
const isWorkedOut = (host: IExecuteFunctions, name: string, group?: Field['group']): boolean => {
  const { parameters } = host.getNode();
  const written = (group === undefined ? parameters : (parameters[OPTIONS] as IDataObject | undefined))?.[name];
  return typeof written === 'string' && written.startsWith('=');
};

/** Some services go through Fiks only where the node says so, and an expression may say so of one item alone. */
const waysOf = (host: IExecuteFunctions, service: Service, itemCount: number): boolean[] => {
  const field = fiksChoiceOf(service)?.field;
  if (field === undefined) return [service.needsFiks];
  const chosenFor = (itemIndex: number): unknown => {
    try {
      return host.getNodeParameter(field, itemIndex, '');
    } catch {
      // An expression that fails for one item is that item's own fault, and told when its fields are read.
      return undefined;
    }
  };
  return Array.from({ length: isWorkedOut(host, field) ? itemCount : 1 }, (_, at) =>
    goesThroughFiks(service, chosenFor(at)),
  );
};

const fiksFor = async (host: IExecuteFunctions, service: Service, itemCount: number): Promise<Session['fiks']> => {
  const ways = waysOf(host, service, itemCount);
  if (!ways.includes(true)) return undefined;
  const stored = storedFor(host, FIKS_CREDENTIAL);
  // Where only some items go through Fiks, it is they that miss it.
  if (ways.includes(false)) return await stored.then(readFiksCredential, () => undefined);
  return readFiksCredential(await stored);
};

/** Every turn of a loop runs the node anew, in the same execution. */
const executionOf = (host: IExecuteFunctions): string => `${host.getExecutionId()}/${host.getNode().id}`;

const sessionOf = async (
  host: IExecuteFunctions,
  service: Service,
  itemCount: number,
  signal: Session['signal'],
): Promise<Session> => {
  const maskinporten = readMaskinportenCredential(await storedFor(host, MASKINPORTEN_CREDENTIAL));
  const fiks = await fiksFor(host, service, itemCount);
  return { ports: portsFor(host), signal, maskinporten, fiks, execution: executionOf(host) };
};

/** A warning is shown beside the result, once however many items it concerns. */
const warnIn = (host: IExecuteFunctions): Session['ports']['warn'] => {
  const told = new Set<string>();
  return (sentence) => {
    if (told.has(sentence)) return;
    told.add(sentence);
    host.logger.warn(sentence);
    host.addExecutionHints({ message: sentence, type: 'warning', location: 'outputPane' });
  };
};

const portsFor = (host: IExecuteFunctions): Session['ports'] =>
  portsOver(async (options) => (await host.helpers.httpRequest(options)) as unknown, warnIn(host));

const notForAi = ({ effect, title }: Operation<Session>): ServiceError =>
  effect === 'send'
    ? new ServiceError(
        'ERR_NOT_ALLOWED_FOR_AI',
        `An AI agent asked for "${title.en}", which cannot be taken back.`,
        'Let the agent prepare the case, and have a workflow with a human in it do this.',
      )
    : new ServiceError(
        'ERR_NOT_ALLOWED_FOR_AI',
        `An AI agent asked for "${title.en}".`,
        'Let a workflow do it; what it gives may not go to a language model.',
      );

const chosenOperation = (host: IExecuteFunctions, service: Service): Operation<Session> => {
  const name: unknown = host.getNodeParameter('operation', 0);
  const operation = operationNamed(service, String(name));
  if (!operation)
    throw new ServiceError('ERR_INVALID_INPUT', 'The node has no operation.', 'Choose an operation on the node.');
  if (host.isToolExecution() && !isForAi(operation)) throw notForAi(operation);
  return operation;
};

const parameterOf = (host: IExecuteFunctions, name: string, itemIndex: number): unknown => {
  const field = fieldNamedIn(host.getNodeParameter(name, itemIndex, '', { rawExpressions: true }));
  const held = field === undefined ? undefined : host.getInputData()[itemIndex]?.json[field];
  // Anything else n8n hands over in a form of its own.
  return typeof held === 'string' || typeof held === 'number' ? held : host.getNodeParameter(name, itemIndex, '');
};

const givenFor = (host: IExecuteFunctions, { name, group }: Field, itemIndex: number): unknown => {
  if (group === undefined) return parameterOf(host, name, itemIndex);
  const options: unknown = host.getNodeParameter(OPTIONS, itemIndex, {});
  return (options as IDataObject)[name];
};

const valueOf = async (host: IExecuteFunctions, field: Field, itemIndex: number): Promise<unknown> => {
  const given = givenFor(host, field, itemIndex);
  if (isWorkedOut(host, field.name, field.group)) checkWorkedOut(field, given);
  if (field.kind === 'documents') return await documentsOf({ host, itemIndex, field }, given);
  return field.kind === 'list' ? rowsFrom(given) : given;
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
    if (isHidden(field, operation.fields, values)) continue;
    try {
      const value = await valueOf(host, field, itemIndex);
      if (isDeniedToAi(host, field, value)) return { error: deniedToAi(field) };
      values[field.name] = value;
    } catch (error) {
      return { error: isServiceError(error) ? error : notWorkedOut(field) };
    }
  }
  return { values };
};

const inputsOf = async (
  host: IExecuteFunctions,
  operation: Operation<Session>,
  itemCount: number,
): Promise<RawInput[]> =>
  await Promise.all(Array.from({ length: itemCount }, async (_, at) => await inputOf(host, operation, at)));

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
  const signal = host.getExecutionCancelSignal();
  if (isOffline(operation)) return await runOffline(operation, await inputsOf(host, operation, itemCount), { signal });
  const session = await sessionOf(host, service, itemCount, signal);
  const inputs = await inputsOf(host, operation, itemCount);
  return await runOperation(operation, session, inputs, { rules: inputRulesFor(session.maskinporten), signal });
};

export const executeService = async (host: IExecuteFunctions, service: Service): Promise<INodeExecutionData[][]> => {
  const items = host.getInputData();
  const outcomes = await outcomesOf(host, service, items.length).catch((error: unknown): Outcome[] => {
    // Set-up that is wrong for the node is wrong for every item. It is told item by item where failed items go on: of a
    // node that throws there, n8n passes the incoming items to the first output, as if they had succeeded.
    if (host.continueOnFail()) return items.map(() => ({ ok: false, error: asServiceError(error) }));
    throw nodeErrorOf(host, error);
  });
  const results = items.map((item, itemIndex) => itemOf(host, item, outcomes[itemIndex] as Outcome, itemIndex));
  const operation = operationNamed(service, host.getNodeParameter('operation', 0));
  return intoOutputs(host, operation, results, outcomes);
};
