/** Letters that go to a tester in everybody's place. */
import { fullLetterNamed } from '../fullLetters';
import { ADDRESS, letter, sha256 } from './letters';
import { numberOf } from './persons';
import { sendingIn } from './sending';
import { failureOf, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const { send, ids } = sendingIn(() => world);

describe('a redirection', () => {
  const TESTER = numberOf('long-name-nordic-letters');
  const TEST_ORGANISATION = '310475025';
  const redirectedTo = (redirectLettersTo: string) => world.session({ fiks: { redirectLettersTo } });
  const onTheWire = (): any[] =>
    world.exchanges.flatMap(({ request: { body } }) =>
      Array.isArray(body) ? [JSON.parse((body[0] as { text: string }).text)] : [],
    );

  it('has every letter to a person go to the tester, never on paper', async () => {
    const letters = ['ordinary-resident', 'emigrated', 'd-number'].map((slug) =>
      letter(`sak-${slug}`, { foedselsnummer: numberOf(slug) }),
    );
    expect(verdictsOf(await send(letters, redirectedTo(TESTER)))).toEqual(['ok', 'ok', 'ok']);
    expect(await world.ledger()).toEqual(
      letters.map(() =>
        expect.objectContaining({ recipientIdHash: sha256(TESTER), address: null, kunDigitalLevering: true }),
      ),
    );
  });

  it('shows the letter to nobody else', async () => {
    const { operation, input } = fullLetterNamed('to a person');
    valueOf((await world.run('svarut', operation, [input], redirectedTo(TESTER)))[0]);
    const [forsendelse] = onTheWire();
    expect(forsendelse).not.toHaveProperty('eksponertFor');
    expect(JSON.stringify(forsendelse.mottaker)).not.toMatch(new RegExp(`${String(input.foedselsnummer)}|adresse`));
  });

  it('holds where the person is looked up', async () => {
    const byNumber = letter('sak-1', { recipientFrom: 'folkeregister', navn: undefined, postalAddress: undefined });
    expect(verdictsOf(await send([byNumber], redirectedTo(TESTER)))).toEqual(['ok']);
    expect(onTheWire()).toMatchObject([{ mottaker: { digitalId: TESTER } }]);
    expect(onTheWire()[0].mottaker).not.toHaveProperty('adresse');
  });

  it('has letters to organisations go to an organisation', async () => {
    const { operation, input } = fullLetterNamed('to an organisation');
    valueOf((await world.run('svarut', operation, [input], redirectedTo(TEST_ORGANISATION)))[0]);
    expect(await world.ledger()).toMatchObject([{ recipientIdHash: sha256(TEST_ORGANISATION), address: null }]);
  });

  it.each([
    ['to an organisation', TESTER],
    ['to a person', TEST_ORGANISATION],
    ['to a health provider', TESTER],
    ["to a patient's GP", TESTER],
    ['on paper only', TESTER],
    ['on paper only', TEST_ORGANISATION],
  ])('keeps a letter %s from leaving when it is to %s, who cannot stand in', async (name, recipient) => {
    const { operation, input } = fullLetterNamed(name);
    const [outcome] = await world.run('svarut', operation, [input], redirectedTo(recipient));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_REDIRECTED', field: 'redirectLettersTo' });
    expect([await ids(), onTheWire()]).toEqual([[], []]);
  });

  it('is seen when letters are validated', async () => {
    const session = redirectedTo(TESTER);
    const [outcome] = await send([letter('sak-1', { validateOnly: true })], session);
    expect(valueOf(outcome)).toMatchObject({ outcome: 'validated', channel: 'digitalOnly' });
    const { operation, input } = fullLetterNamed('on paper only');
    const paper = await world.run('svarut', operation, [{ ...input, validateOnly: true }], session);
    expect(verdictsOf(paper)).toEqual(['ERR_REDIRECTED']);
  });

  it('lets each letter to its own recipient once it is gone', async () => {
    valueOf((await send([letter('sak-1')], redirectedTo(TESTER)))[0]);
    valueOf((await send([letter('sak-2')]))[0]);
    expect((await world.ledger()).map(({ address }) => address)).toEqual([null, ADDRESS]);
  });
});
