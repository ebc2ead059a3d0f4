/**
 * Every operation can act for another organisation than the credential's: a supplier serves many municipalities in one
 * flow (fact sheet maskinporten §7).
 */
import type { IdentifierField } from './operations/field';
import type { Operation } from './operations/operation';
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

/** The inputs of one run never differ in it: the runner puts only equal settings together. */
export const forConsumer = (operation: Operation<Session>): Operation<Session> => ({
  ...operation,
  fields: [...operation.fields, consumerOrg],
  run: (session, inputs) =>
    operation.run(actingFor(session, (inputs[0]?.consumerOrg as string | undefined) ?? ''), inputs),
});
