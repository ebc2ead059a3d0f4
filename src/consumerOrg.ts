/**
 * Every operation and trigger can act for another organisation than the credential's: a supplier serves many municipalities in one
 * flow (fact sheet maskinporten §7).
 */
import type { IdentifierField } from './operations/field';
import type { Operation } from './operations/operation';
import type { Trigger } from './operations/trigger';
import { actingFor, type Session } from './session';

const consumerOrg = {
  kind: 'identifier',
  identifier: 'organisasjonsnummer',
  name: 'consumerOrg',
  label: { en: 'Consumer Organisation', nb: 'Konsumentorganisasjon' },
  help: {
    en: 'Only for suppliers: organisation number of the customer to act for, instead of the one in the Maskinporten credential (consumer_org).',
    nb: 'Bare for leverandører: organisasjonsnummeret til kunden det handles for, i stedet for det i Maskinporten-legitimasjonen (consumer_org).',
  },
  required: false,
  group: 'advanced',
} as const satisfies IdentifierField;

const actingAs = (session: Session, input: Record<string, unknown> | undefined): Session =>
  actingFor(session, (input?.consumerOrg as string | undefined) ?? '');

type Prepare = NonNullable<Operation<Session>['prepare']>;

/** Each organisation's inputs are prepared in its name. */
const preparedApart =
  (prepare: Prepare): Prepare =>
  async (session, inputs) => {
    for (const own of new Set(inputs.map((input) => input.consumerOrg))) {
      const same = inputs.filter((input) => input.consumerOrg === own);
      await prepare(actingAs(session, same[0]), same);
    }
  };

/** The inputs of one run never differ in it: the runner puts only equal settings together. */
export const forConsumer = (operation: Operation<Session>): Operation<Session> =>
  operation.offline
    ? operation
    : {
        ...operation,
        fields: [...operation.fields, consumerOrg],
        prepare: operation.prepare && preparedApart(operation.prepare),
        run: (session, inputs) => operation.run(actingAs(session, inputs[0]), inputs),
      };

export const triggerForConsumer = (trigger: Trigger<Session>): Trigger<Session> => ({
  ...trigger,
  fields: [...trigger.fields, consumerOrg],
  poll: (session, input, place, within) => trigger.poll(actingAs(session, input), input, place, within),
  sample: (session, input) => trigger.sample(actingAs(session, input), input),
});
