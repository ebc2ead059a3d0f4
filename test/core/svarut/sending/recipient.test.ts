import { ServiceError } from '../../../../src/http/serviceError';
import { actingFor } from '../../../../src/session';
import {
  findAhead,
  foundAhead,
  type FindRecipients,
  type FoundRecipient,
  type RecipientInput,
} from '../../../../src/svarut/sending/recipient';
import { fakeWorld, inTurn, sessionIn, thrownBy } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { ADDRESS } from '../letters';

const [a = '', b = '', c = ''] = someNumbers(3);
const CUSTOMER = '310475025';

const input = (foedselsnummer: string, changes: Partial<RecipientInput> = {}): RecipientInput => ({
  foedselsnummer,
  recipientFrom: 'folkeregister',
  kunDigitalLevering: false,
  rolleId: undefined,
  ...changes,
});
const personOf = (foedselsnummer: string, changes: Partial<FoundRecipient> = {}): FoundRecipient => ({
  foedselsnummer,
  navn: 'RASK FYRLYKT',
  postalAddress: ADDRESS,
  handleManually: false,
  ...changes,
});

const execution = () => sessionIn(fakeWorld(inTurn()));
const everybody = (tell: (number: string) => FoundRecipient | ServiceError = personOf) =>
  jest.fn<ReturnType<FindRecipients>, Parameters<FindRecipients>>((_session, _role, numbers) =>
    Promise.resolve(new Map(numbers.map((number) => [number, tell(number)]))),
  );
const forbidden = new ServiceError('ERR_FORBIDDEN', 'Not yours.', 'Ask.', { service: 'folkeregister', status: 403 });

describe('looking ahead', () => {
  test('asks once for all, each number once, and only for those that are to be looked up', async () => {
    const session = execution();
    const find = everybody();
    await findAhead(session, find, [input(a), input(c, { recipientFrom: 'flow' }), input(b), input(a)]);
    expect(find.mock.calls).toEqual([[session, undefined, [a, b]]]);
    expect([foundAhead(session, input(a)), foundAhead(session, input(b))]).toEqual([personOf(a), personOf(b)]);
  });

  test('asks nobody when nobody is to be looked up', async () => {
    const find = everybody();
    await findAhead(execution(), find, [input(a, { recipientFrom: 'flow' })]);
    expect(find).not.toHaveBeenCalled();
  });

  test('asks once for each role, and keeps apart what each was told', async () => {
    const session = execution();
    const find = jest.fn<ReturnType<FindRecipients>, Parameters<FindRecipients>>((_session, rolleId, numbers) =>
      Promise.resolve(new Map(numbers.map((number) => [number, personOf(number, { navn: `by ${rolleId}` })]))),
    );
    const inputs = [input(a), input(a, { rolleId: 'Barnevern' }), input(b, { rolleId: 'Barnevern' })];
    await findAhead(session, find, inputs);
    expect(find.mock.calls.map(([, role, numbers]) => [role, numbers])).toEqual([
      [undefined, [a]],
      ['Barnevern', [a, b]],
    ]);
    expect(inputs.map((one) => foundAhead(session, one).navn)).toEqual([
      'by undefined',
      'by Barnevern',
      'by Barnevern',
    ]);
  });

  test('keeps apart what each customer was told', async () => {
    const session = execution();
    const acting = actingFor(session, CUSTOMER);
    await findAhead(session, everybody(), [input(a)]);
    await findAhead(
      acting,
      everybody(() => forbidden),
      [input(a)],
    );
    expect(foundAhead(session, input(a))).toEqual(personOf(a));
    expect(await thrownBy(() => foundAhead(acting, input(a)))).toBe(forbidden);
  });

  test('is forgotten with the execution', async () => {
    await findAhead(execution(), everybody(), [input(a)]);
    expect((await thrownBy(() => foundAhead(execution(), input(a)))).code).toBe('ERR_PERSON_NOT_FOUND');
  });

  test('that fails is the own error of each letter it concerns, and of no other', async () => {
    const session = execution();
    const find: FindRecipients = (_session, rolleId, numbers) =>
      rolleId === 'Barnevern'
        ? Promise.reject(forbidden)
        : Promise.resolve(new Map(numbers.map((number) => [number, personOf(number)])));
    await findAhead(session, find, [input(a, { rolleId: 'Barnevern' }), input(b, { rolleId: 'Barnevern' }), input(c)]);
    for (const number of [a, b])
      expect(await thrownBy(() => foundAhead(session, input(number, { rolleId: 'Barnevern' })))).toBe(forbidden);
    expect(foundAhead(session, input(c))).toEqual(personOf(c));
  });

  test('by a fault that nobody foresaw stops all, for no letter may go without its answer', async () => {
    const bug = new TypeError('undefined is not a function');
    await expect(findAhead(execution(), () => Promise.reject(bug), [input(a)])).rejects.toBe(bug);
  });
});

describe('a recipient', () => {
  const found = async (tell: FoundRecipient | ServiceError | undefined, changes: Partial<RecipientInput> = {}) => {
    const session = execution();
    await findAhead(session, () => Promise.resolve(new Map(tell ? [[a, tell]] : [])), [input(a, changes)]);
    return () => foundAhead(session, input(a, changes));
  };

  test('of whom the register said nothing gets no letter', async () => {
    expect(await thrownBy(await found(undefined))).toMatchObject({
      code: 'ERR_PERSON_NOT_FOUND',
      details: { service: 'folkeregister', field: 'foedselsnummer' },
    });
  });

  test('whose address is withheld gets none that may be printed, and may get a digital one', async () => {
    const withheld = personOf(a, { handleManually: true, postalAddress: null });
    expect(await thrownBy(await found(withheld))).toMatchObject({
      code: 'ERR_HANDLE_MANUALLY',
      kind: 'business',
      details: { service: 'folkeregister', field: 'foedselsnummer' },
    });
    expect((await found(withheld, { kunDigitalLevering: true }))()).toBe(withheld);
  });

  test('who must not get a letter gets none of any kind', async () => {
    const dead = new ServiceError('ERR_HANDLE_MANUALLY', 'Dead.', 'Look.', { service: 'folkeregister' });
    for (const kunDigitalLevering of [true, false])
      expect(await thrownBy(await found(dead, { kunDigitalLevering }))).toBe(dead);
  });

  test('has the number that the register has now', async () => {
    expect((await found(personOf(b)))()).toMatchObject({ foedselsnummer: b });
  });
});
