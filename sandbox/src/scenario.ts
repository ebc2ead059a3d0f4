import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { settingsSchema, type Settings } from './settings.js';
import type { FaultOrder } from './traffic/faultBook.js';
import { faultOrderSchema } from './traffic/faultSchema.js';
import type { Operations } from './traffic/operations.js';

/** What is out of the ordinary from the start. */
export interface Scenario {
  /** As `POST /admin/faults` takes each. */
  readonly faults?: readonly FaultOrder[];
  /** As `POST /admin/settings` takes them. */
  readonly settings?: Partial<Settings>;
}

export class ScenarioError extends Error {
  /** @param problems each where it is and what is wrong; never what stands there */
  constructor(readonly problems: readonly string[]) {
    super(`The faults and settings to start with cannot be used:\n${problems.map((one) => `  ${one}`).join('\n')}`);
  }
}

const scenarioSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { faults: { type: 'array', items: faultOrderSchema }, settings: settingsSchema },
};

let validator: ValidateFunction<Scenario> | undefined;

/** Made when it is first needed, so that an ordinary start does not wait for it. */
const scenarioValidator = (): ValidateFunction<Scenario> =>
  (validator ??= new Ajv({ discriminator: true, allErrors: true }).compile<Scenario>(scenarioSchema));

/** @throws ScenarioError with everything that is wrong */
export const readScenario = (given: unknown): Scenario => {
  const isScenario = scenarioValidator();
  if (isScenario(given)) return given;
  throw new ScenarioError((isScenario.errors ?? []).map(problemOf));
};

/**
 * @param file JSON
 * @throws ScenarioError with everything that is wrong
 */
export const readScenarioFile = (file: string): Scenario => readScenario(parsed(textOf(file)));

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ScenarioError(['the file cannot be read']);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ScenarioError(['the file is not JSON']);
  }
};

/** @throws ScenarioError when a fault is ordered for an operation that its service does not have */
export const requireKnownOperations = ({ faults = [] }: Scenario, operations: Operations): void => {
  const problems = faults.flatMap(({ service, operation }, index) =>
    operation === undefined || operations.has(service, operation)
      ? []
      : [`/faults/${index}/operation is none of those ${service} has`],
  );
  if (problems.length > 0) throw new ScenarioError(problems);
};

const problemOf = ({ instancePath, message = 'is wrong', params }: ErrorObject): string => {
  const name = (params as { additionalProperty?: string }).additionalProperty;
  return `${instancePath || 'the whole'} ${message}${name === undefined ? '' : ` (${name})`}`;
};
