import { KRR_PERSONS } from '../../sandbox/src/krr/persons';
import { failureOf, valueOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const read = async (values: Stored, session = allowed()) =>
  (await world.run('krr', 'readChanges', [values], session))[0];

const allowed = () => {
  const { clients } = world.sandbox.credentials;
  const { clientId } = clients.find(({ description }) => description.startsWith('May read the changes'))!;
  return world.session({ maskinporten: { clientId } });
};

describe('Read Changes', () => {
  it('reads until it has caught up, past the page about nobody', async () => {
    const { persons, caughtUp, tilEndringsId, sisteEndringsId } = valueOf(await read({ maxPages: 100 }));
    expect(persons.map(({ foedselsnummer }: any) => foedselsnummer)).toEqual(
      KRR_PERSONS.map(({ personidentifikator }) => personidentifikator),
    );
    expect([caughtUp, tilEndringsId]).toEqual([true, sisteEndringsId]);
    expect(await world.asked('krr', 'hentEndringer')).toBe(11);
  });

  it('goes on from where it was, page by page, with nobody lost and nobody twice', async () => {
    const numbers: string[] = [];
    let fraEndringsId = 0;
    for (let done = false; !done;) {
      const { persons, tilEndringsId, caughtUp } = valueOf(await read({ fraEndringsId }));
      numbers.push(...persons.map(({ foedselsnummer }: any) => foedselsnummer));
      fraEndringsId = tilEndringsId;
      done = caughtUp;
    }
    expect(numbers).toEqual(KRR_PERSONS.map(({ personidentifikator }) => personidentifikator));
  });

  it('is for those who are let in: the others hear which scope it takes', async () => {
    expect(failureOf(await read({}, world.session()))).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      serviceCode: 'MP-200',
    });
  });
});
