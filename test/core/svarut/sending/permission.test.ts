import type { FiksCredential } from '../../../../src/fiks/credential';
import type { MaskinportenCredential } from '../../../../src/maskinporten/credential';
import { checkMaySend, redirected } from '../../../../src/svarut/sending/permission';
import { credentialOf, fakeWorld, fiksCredential, inTurn, sessionIn, thrownBy } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import {
  healthNetworkFrom,
  KINDS,
  ORGANISATION,
  organisationFrom,
  other,
  PERSON,
  personFrom,
  printFrom,
  wire,
} from '../letters';

const [STAND_IN = '', READER = ''] = someNumbers(2);
const OTHER_ORGANISATION = '311938460';

const session = (fiks: Partial<FiksCredential>, environment: MaskinportenCredential['environment'] = 'test') =>
  sessionIn(fakeWorld(inTurn()), {
    fiks: { ...fiksCredential, ...fiks },
    maskinporten: credentialOf({ environment }),
  });

describe('letters', () => {
  test.each(['test', 'sandbox', 'custom'] as const)('may always be sent in %s', (environment) => {
    for (const fiks of [{}, { allowProductionSends: true }, { redirectLettersTo: STAND_IN }])
      expect(() => checkMaySend(session(fiks, environment))).not.toThrow();
  });

  test('may be sent in production only when the credential says so', async () => {
    expect(() => checkMaySend(session({ allowProductionSends: true }, 'production'))).not.toThrow();
    const error = await thrownBy(() => checkMaySend(session({}, 'production')));
    expect(error).toMatchObject({
      code: 'ERR_SENDING_OFF',
      retryable: false,
      details: { service: 'svarut', field: 'allowProductionSends' },
    });
    expect(error.action).toMatch(/Allow Sending in Production/);
  });

  test('are never redirected in production, whatever else is allowed', async () => {
    for (const allowProductionSends of [true, false]) {
      const given = session({ allowProductionSends, redirectLettersTo: STAND_IN }, 'production');
      expect(await thrownBy(() => checkMaySend(given))).toMatchObject({
        code: 'ERR_REDIRECTED',
        details: { field: 'redirectLettersTo' },
      });
    }
  });
});

describe('without a redirection', () => {
  test.each(KINDS)('a letter to %s goes as it is', (_kind, make) => {
    const letter = make({});
    expect(redirected(session({}), letter)).toBe(letter);
  });
});

describe('with a redirection', () => {
  const given = { eksponertFor: [{ digitalId: READER }] };

  test.each([
    ['a person', personFrom, STAND_IN],
    ['an organisation', organisationFrom, OTHER_ORGANISATION],
  ] as const)('a letter to %s goes to the stand-in, digitally only, and without the address', (_kind, make, to) => {
    const letter = make(given);
    const changed = redirected(session({ redirectLettersTo: to }), letter);
    const { mottaker, eksponertFor: _readers, ...rest } = wire(letter);
    const { adresse: _adresse, ...recipient } = mottaker as Record<string, unknown>;
    expect(wire(changed)).toEqual({
      ...rest,
      kunDigitalLevering: true,
      mottaker: { ...recipient, digitalId: to },
    });
    expect(JSON.stringify(wire(changed))).not.toMatch(new RegExp(`${PERSON}|${ORGANISATION}|${READER}|Tenkeveien`));
    expect([changed.channel, changed.printable]).toEqual(['digitalOnly', []]);
  });

  test('a letter keeps its identity, so that the reference is the same with and without', () => {
    const letter = personFrom();
    const changed = redirected(session({ redirectLettersTo: STAND_IN }), letter);
    expect([changed.recipient, changed.eksternReferanse]).toEqual([letter.recipient, letter.eksternReferanse]);
  });

  test('a letter is encrypted as before, with the same files', () => {
    const letter = personFrom({ sikkerhetsniva: 'HOYESTE', documents: [other()], kunDigitalLevering: true });
    const changed = redirected(session({ redirectLettersTo: STAND_IN }), letter);
    expect([changed.encrypted, changed.documents]).toEqual([true, letter.documents]);
  });

  test.each([
    ['a person', personFrom, OTHER_ORGANISATION],
    ['an organisation', organisationFrom, STAND_IN],
    ['paper', printFrom, STAND_IN],
    ['paper', printFrom, OTHER_ORGANISATION],
    ['the health network', healthNetworkFrom, STAND_IN],
    ['the health network', healthNetworkFrom, OTHER_ORGANISATION],
  ])('a letter to %s that cannot have the stand-in is not sent', async (_kind, make, to) => {
    const error = await thrownBy(() => redirected(session({ redirectLettersTo: to }), make()));
    expect(error).toMatchObject({ code: 'ERR_REDIRECTED', details: { field: 'redirectLettersTo' } });
    expect(error.message).toMatch(/it was not sent/);
    expect(error.message + error.action).not.toContain(to);
  });
});
