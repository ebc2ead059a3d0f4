import { SERVICES, type Service } from '../../src/catalog';
import { triggerForConsumer } from '../../src/consumerOrg';
import { checkInput } from '../../src/operations/checkInput';
import type { Text } from '../../src/operations/field';
import { defineTrigger, formOfTrigger, intervalOf } from '../../src/operations/trigger';
import type { Session } from '../../src/session';
import { fakeWorld, inTurn, sessionIn } from './fakePorts';

const TRIGGERS = Object.values(SERVICES).flatMap(({ name, trigger }: Service) =>
  trigger ? [{ name: `${name}.${trigger.name}`, trigger }] : [],
);

const rules = { realPersons: false };

const isWritten = (text: Text): boolean => [text.en, text.nb].every((one) => one.trim() === one && one.length > 1);

describe.each(TRIGGERS)('$name', ({ trigger }) => {
  const fields = [...formOfTrigger(trigger), ...(trigger.follows?.inItem ?? [])];

  test('has words in both languages, and its summary and helps are sentences', () => {
    for (const text of [trigger.title, trigger.summary, ...fields.flatMap(({ label, help }) => [label, help])])
      expect([text, isWritten(text)]).toEqual([text, true]);
    for (const text of [trigger.summary, ...fields.map(({ help }) => help)])
      expect([text, text.en.endsWith('.') && text.nb.endsWith('.')]).toEqual([text, true]);
  });

  test('has fields of different names and labels', () => {
    const form = formOfTrigger(trigger);
    for (const words of [form.map(({ name }) => name), form.map(({ label }) => label.en)])
      expect(new Set(words).size).toBe(words.length);
  });

  test('looks every ten minutes, and can be told another pace and another customer', () => {
    const input = checkInput(trigger.fields, {}, rules);
    expect(intervalOf(input)).toBe(600_000);
    expect(intervalOf(checkInput(trigger.fields, { minutesBetween: '1' }, rules))).toBe(60_000);
    expect(trigger.fields.at(-1)?.name).toBe('consumerOrg');
  });

  test('names as sensitive only what an event can have', () => {
    for (const key of trigger.sensitive) expect(Object.keys(trigger.example)).toContain(key.split('.')[0]);
  });

  test('names what it calls', () => {
    for (const endpoint of trigger.endpoints ?? []) expect(endpoint).toMatch(/^(GET|POST) \/v\d\//);
    expect(trigger.endpoints?.length).toBeGreaterThan(0);
  });
});

const whoami = defineTrigger<Session>()({
  name: 'whoami',
  title: { en: 'Who', nb: 'Hvem' },
  summary: { en: 'Who.', nb: 'Hvem.' },
  fields: [],
  sensitive: [],
  example: {},
  poll: async ({ maskinporten }, _input, place, within) => ({
    events: [{ for: maskinporten.consumerOrg }],
    place: [place, within],
    more: false,
  }),
  sample: async ({ maskinporten }) => [{ for: maskinporten.consumerOrg }],
});

test('a trigger acts for the customer it names, in looks and samples', async () => {
  const session = sessionIn(fakeWorld(inTurn()));
  const trigger = triggerForConsumer(whoami);
  const named = { consumerOrg: '310475025' };
  expect(await trigger.poll(session, named, 'place', 17)).toEqual({
    events: [{ for: '310475025' }],
    place: ['place', 17],
    more: false,
  });
  expect(await trigger.sample(session, named)).toEqual([{ for: '310475025' }]);
  expect(await trigger.sample(session, { consumerOrg: undefined })).toEqual([{ for: '' }]);
});
