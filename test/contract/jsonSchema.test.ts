import { Ajv } from 'ajv';
import { inlineSchema } from './jsonSchema';

const judge = (schema: object, value: unknown): boolean =>
  new Ajv({ strict: false }).compile(inlineSchema(schema))(value);

describe('a converted schema', () => {
  const person = {
    type: 'object',
    required: ['navn'],
    properties: {
      navn: { type: 'string', minLength: 1 },
      nivaa: { type: 'string', nullable: true, enum: ['BETYDELIG', 'HOYESTE'] },
      adresse: { type: 'object', properties: { poststed: { type: 'string' } } },
    },
  };

  it.each([
    ['a null where it is nullable', { navn: 'A', nivaa: null }],
    ['a value of the list', { navn: 'A', nivaa: 'HOYESTE' }],
    ['what is not required to be absent', { navn: 'A' }],
  ])('accepts %s', (_name, value) => expect(judge(person, value)).toBe(true));

  it.each([
    ['a null where it is not nullable', { navn: null }],
    ['a value outside the list', { navn: 'A', nivaa: 'LAV' }],
    ['a property nobody described', { navn: 'A', alder: 3 }],
    ['such a property further in', { navn: 'A', adresse: { sted: 'BERGEN' } }],
    ['a missing property', {}],
  ])('refuses %s', (_name, value) => expect(judge(person, value)).toBe(false));

  it('is not made of schemas it would get wrong', () => {
    expect(() => inlineSchema({ allOf: [person] })).toThrow('combined schemas');
  });
});
