/**
 * The check buttons of the config dialogs, pressed with a form of the test's.
 */
import helper from 'node-red-node-test-helper';
import type { Message, Properties } from './bench';
import type { Sandbox } from '../../sandbox/src/index';

export interface CheckAnswer {
  readonly ok: boolean;
  readonly steps: readonly {
    readonly step?: string;
    readonly status: 'passed' | 'warning' | 'failed' | 'skipped';
    readonly message: string;
    readonly action?: string;
  }[];
  readonly key?: Message;
}

/** What Node-RED's editor has where a secret is stored. */
export const STORED = '__PWRD__';

const press = async (path: string, form: Properties): Promise<CheckAnswer> => {
  const response = await (helper.request().post(path) as any).send(form);
  expect(response.status).toBe(200);
  return response.body as CheckAnswer;
};

export const pressMaskinporten = (form: Properties): Promise<CheckAnswer> =>
  press('/norsk-kommune/maskinporten/test', form);
export const pressFiks = (form: Properties): Promise<CheckAnswer> => press('/norsk-kommune/fiks/test', form);

/** The form of a Maskinporten configuration that is not deployed, with what the sandbox printed. */
export const clientIn = (sandbox: Sandbox, changes: Properties = {}): Properties => {
  const { organisation: _organisation, ...form } = sandbox.credentials.maskinporten;
  return { id: 'notDeployed', ...form, ...changes };
};

/** The form of a Fiks configuration that is not deployed, to be checked with the Maskinporten client of the bench. */
export const integrationIn = (sandbox: Sandbox, changes: Properties = {}): Properties => ({
  id: 'notDeployed',
  maskinporten: 'client',
  ...sandbox.credentials.fiks,
  ...changes,
});

/** In the order of the report, each once: `key passed`. */
export const outline = ({ steps }: CheckAnswer): string[] => [
  ...new Set(steps.map(({ step = 'form', status }) => `${step} ${status}`)),
];

/** What is wrong, in the words the user reads. */
export const wrongIn = ({ ok, steps }: CheckAnswer): string[] => {
  const wrong = steps.filter(({ status }) => status === 'failed');
  expect(ok).toBe(wrong.length === 0);
  for (const { action } of wrong) expect(action).toEqual(expect.stringMatching(/\w/));
  return wrong.map(({ message }) => message);
};
