/** Where an estate is reached is no more open than the private person who answers for it. */
import { ServiceError } from '../../../../src/http/serviceError';
import { findRecipients } from '../../../../src/folkeregister/recipient/findRecipients';
import { failureOf, fakeWorld, START, valueOf } from '../../fakePorts';
import { asking } from '../asking';
import { anyoneNamed, numberOf } from '../personas';

const CONTACT = 'foreign-postal-address';

/** What is found for the deceased, with some persons told otherwise. */
const found = async (changes: Readonly<Record<string, unknown>>): Promise<any> => {
  const told = new Map(Object.entries(changes).map(([slug, person]) => [numberOf(slug), person]));
  const people = new Map(['deceased', CONTACT].map((slug) => [numberOf(slug), anyoneNamed(slug)]));
  const look = async (numbers: readonly string[]) =>
    numbers.map((number) => (told.get(number) ?? people.get(number)) as never);
  const how = { matter: 'both', addresses: false, nowMs: START } as const;
  return (await findRecipients(look, [numberOf('deceased')], how))[0];
};

test.each([
  ['is not in the register', 'ERR_PERSON_NOT_FOUND', undefined],
  ['is refused', 'ERR_REFUSED', 400],
] as const)('a contact who %s may be protected: no address', async (_who, code, status) => {
  const error = new ServiceError(code, 'No.', 'Check.', { service: 'folkeregister', status });
  const answer = await found({ [CONTACT]: error });
  expect(answer).toMatchObject({ handleManually: true, recipients: [{ postalAddress: null }] });
  expect(JSON.stringify(answer)).not.toContain('Oppdiktaveien');
});

test('a contact with a graded home has no address told for the estate', async () => {
  const answer = await found({ [CONTACT]: anyoneNamed('client-address') });
  expect(JSON.stringify(answer)).not.toContain('Oppdiktaveien');
});

test('a contact of a kind that is not told has none, and is for a person to decide', async () => {
  const { kontaktinformasjonForDoedsbo, ...dead } = anyoneNamed('deceased') as any;
  const [{ person: _person, ...rest }] = kontaktinformasjonForDoedsbo;
  const answer = await found({ deceased: { ...dead, kontaktinformasjonForDoedsbo: [rest] } });
  expect(answer).toMatchObject({ handleManually: true, recipients: [{ postalAddress: null }] });
});

test('somebody who is dead by the date of death alone gets no letter', async () => {
  const all = { ...anyoneNamed('ordinary-resident'), doedsfall: { erGjeldende: true, doedsdato: '2026-11-01' } };
  const world = fakeWorld(({ url }) => {
    const parts = ['identifikasjonsnummer', ...new URL(url).searchParams.getAll('part')];
    return { json: Object.fromEntries(Object.entries(all).filter(([part]) => parts.includes(part))) };
  });
  const [outcome] = await asking(world, 'findLetterRecipient', [{ foedselsnummer: numberOf('ordinary-resident') }]);
  if (outcome?.ok) expect(valueOf(outcome)).toMatchObject({ handleManually: true });
  else expect(failureOf(outcome).code).toBe('ERR_HANDLE_MANUALLY');
});
