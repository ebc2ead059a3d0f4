import { fieldNamedIn } from '../../nodes/shared/fieldOfItem';
import { Krr } from '../../nodes/Krr/Krr.node';
import { executeIn, itemsOf } from './fakeHost';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();

it.each([
  ['={{ $json.foedselsnummer }}', 'foedselsnummer'],
  ['={{$json.fødselsnummer}}', 'fødselsnummer'],
  ['={{ $json["Fødselsnummer eier"] }}', 'Fødselsnummer eier'],
  ["={{ $json['fnr.'] }}", 'fnr.'],
])('%s only names a field of the item', (parameter, name) => {
  expect(fieldNamedIn(parameter)).toBe(name);
});

it.each([
  '={{ $json.person.foedselsnummer }}',
  '={{ $json["person"].foedselsnummer }}',
  '={{ $json["a\\u0062c"] }}',
  `={{ $json["a'] }}`,
  '={{ $json.foedselsnummer.trim() }}',
  '={{ $json.foedselsnummer ?? "" }}',
  '={{ $json }}',
  '= {{ $json.foedselsnummer }}',
  '={{ $json.foedselsnummer }} ',
  '={{ $json.a }}{{ $json.b }}',
  '{{ $json.foedselsnummer }}',
  ORDINARY,
  '',
  true,
  { name: '={{ $json.foedselsnummer }}' },
])('%j is more than the name of a field, or less', (parameter) => {
  expect(fieldNamedIn(parameter)).toBeUndefined();
});

describe('of a parameter that only names a field', () => {
  const run = (...values: readonly unknown[]) =>
    executeIn(sandbox, {
      node: new Krr(),
      items: itemsOf(...values.map((foedselsnummer) => ({ foedselsnummer }) as never)),
      onError: 'continue',
    });

  it('the text or number in the item is taken without having n8n work it out', async () => {
    const { items, workedOut } = await run(ORDINARY, Number(ORDINARY), '');
    expect(items.map(({ json }) => json.canBeNotified ?? json.error)).toEqual([
      true,
      true,
      expect.objectContaining({ code: 'ERR_INVALID_IDENTIFIER' }),
    ]);
    expect(workedOut).toEqual([]);
  });

  it.each([[undefined], [null], [true], [[ORDINARY]], [{ number: ORDINARY }]])(
    'n8n works out what else may stand there: %j',
    async (value) => {
      const { items, workedOut } = await run(value);
      expect(items[0]?.json.error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER' });
      expect(workedOut).toEqual(['foedselsnummer']);
    },
  );
});
