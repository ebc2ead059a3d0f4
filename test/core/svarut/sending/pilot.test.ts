import { takePlace } from '../../../../src/svarut/sending/pilot';
import { actingFor } from '../../../../src/session';
import { fakeWorld, inTurn, sessionIn, thrownBy } from '../../fakePorts';

const execution = () => sessionIn(fakeWorld(inTurn()));

test('an execution has so many places, and then none', async () => {
  const session = execution();
  takePlace(session, 2);
  takePlace(session, 2);
  const error = await thrownBy(() => takePlace(session, 2));
  expect(error).toMatchObject({
    code: 'ERR_PAUSED',
    details: { service: 'svarut', field: 'pauseAfter' },
  });
  expect(error.message).toMatch(/sent the 2 letters it was allowed to; this one was not sent/);
});

test('a place that is given back can be taken again', async () => {
  const session = execution();
  takePlace(session, 1).giveBack();
  takePlace(session, 1);
  expect((await thrownBy(() => takePlace(session, 1))).code).toBe('ERR_PAUSED');
});

test('every execution has its own places', () => {
  for (let times = 0; times < 3; times += 1) expect(() => takePlace(execution(), 1)).not.toThrow();
});

test('the letters of all customers of an execution share its places', async () => {
  const session = execution();
  takePlace(actingFor(session, '310475025'), 1);
  expect((await thrownBy(() => takePlace(session, 1))).code).toBe('ERR_PAUSED');
});

test('without a number there is always a place', () => {
  const session = execution();
  for (let times = 0; times < 100; times += 1) expect(() => takePlace(session, undefined)).not.toThrow();
});
