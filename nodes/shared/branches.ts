/**
 * Outputs of their own for the kinds of results an operation tells apart, so that a flow needs no If behind the node.
 */
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type INodeTypeDescription,
} from 'n8n-workflow';
import type { JsonObject, Operation, Outcome, Service, Session } from '../../src/core';

type Operations = readonly Operation<Session>[];

const SPLIT = 'splitOutputs';

const branching = (operations: Operations): Operations => operations.filter(({ branches }) => branches !== undefined);

/** The switch that turns them on, where an operation has any. An AI agent hears one answer. */
export const splitProperty = (operations: Operations): INodeProperties[] => {
  const names = branching(operations).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      displayName: 'Separate Outputs',
      name: SPLIT,
      type: 'boolean',
      default: false,
      noDataExpression: true,
      description:
        'Whether to give each kind of result an output of its own. Items that fail, where the node goes on, come out last.',
      displayOptions: { show: { operation: names, '@tool': [false] } },
    },
  ];
};

const FAILED = 'Failed';

const outputsWhenSplit = ({ branches }: Operation<Session>): { type: string; displayName: string }[] =>
  [...(branches?.names.map(({ label }) => label.en) ?? []), FAILED].map((displayName) => ({
    type: NodeConnectionTypes.Main,
    displayName,
  }));

/** Worked out by n8n from the parameters of the node, on the canvas and when it runs. */
export const outputsOf = ({ operations }: Service): INodeTypeDescription['outputs'] => {
  const split = Object.fromEntries(branching(operations).map((one) => [one.name, outputsWhenSplit(one)]));
  const single = [{ type: NodeConnectionTypes.Main }];
  return `={{ ($parameter["${SPLIT}"] && (${JSON.stringify(split)})[$parameter["operation"]]) || ${JSON.stringify(single)} }}`;
};

/** A result that belongs nowhere goes where the failed ones go: never to a branch that lets something happen. */
const branchOf = ({ branches }: Operation<Session>, outcome: Outcome | undefined): number => {
  const names = branches?.names ?? [];
  const value: JsonObject | undefined = outcome?.ok ? outcome.value : undefined;
  const at = value && branches ? names.findIndex((name) => name.value === branches.of(value)) : -1;
  return at < 0 ? names.length : at;
};

/** The items as n8n wants them: a list for each output. */
export const intoOutputs = (
  host: IExecuteFunctions,
  operation: Operation<Session> | undefined,
  items: readonly INodeExecutionData[],
  outcomes: readonly Outcome[],
): INodeExecutionData[][] => {
  const split =
    operation?.branches !== undefined && !host.isToolExecution() && host.getNodeParameter(SPLIT, 0, false) === true;
  if (!split) return [[...items]];
  const outputs: INodeExecutionData[][] = [...operation.branches.names, FAILED].map(() => []);
  items.forEach((item, at) => outputs[branchOf(operation, outcomes[at])]?.push(item));
  return outputs;
};
