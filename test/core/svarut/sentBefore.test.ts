import { checkSameLetter, remember } from '../../../src/svarut/sentBefore';
import type { Letter } from '../../../src/svarut/letter/letter';
import { KONTO, START, thrownBy } from '../fakePorts';
import { someNumbers } from '../numbers';
import { organisationFrom, pdf, personFrom } from './letters';

const [one = '', two = ''] = someNumbers(2);
const OTHER_ACCOUNT = '4d4d4d4d-0000-4000-8000-000000000004';

/** References of one test are nobody else's: what is remembered lives as long as the process. */
let times = 0;
const reference = (): string => `sak-${(times += 1)}`;

const keep = (kontoId: string, letter: Letter): void => remember(kontoId, letter, { at: START, letterId: 'id' });

const expectInUse = async (work: () => unknown): Promise<void> => {
  expect(await thrownBy(work)).toMatchObject({
    code: 'ERR_REFERENCE_IN_USE',
    kind: 'business',
    retryable: false,
    details: { service: 'svarut', field: 'eksternReferanse' },
  });
};

test('a reference of which nothing is known may be anything', () => {
  expect(() => checkSameLetter(KONTO, personFrom({}, reference()))).not.toThrow();
});

test('the same recipient and title are the same letter, whatever the documents and the address', () => {
  const sak = reference();
  keep(KONTO, personFrom({ foedselsnummer: one }, sak));
  const again = { foedselsnummer: one, documents: [pdf('ny.pdf', 'made anew')], kunDigitalLevering: true };
  expect(() => checkSameLetter(KONTO, personFrom(again, sak))).not.toThrow();
});

test('another recipient or title with a reference that was sent is another letter', async () => {
  const sak = reference();
  keep(KONTO, personFrom({ foedselsnummer: one }, sak));
  await expectInUse(() => checkSameLetter(KONTO, personFrom({ foedselsnummer: two }, sak)));
  await expectInUse(() => checkSameLetter(KONTO, personFrom({ foedselsnummer: one, tittel: 'Noe annet' }, sak)));
  await expectInUse(() => checkSameLetter(KONTO, organisationFrom({}, sak)));
});

test('another account has its own references', () => {
  const sak = reference();
  keep(KONTO, personFrom({ foedselsnummer: one }, sak));
  expect(() => checkSameLetter(OTHER_ACCOUNT, personFrom({ foedselsnummer: two }, sak))).not.toThrow();
});

test('what was sent last counts', async () => {
  const sak = reference();
  keep(KONTO, personFrom({ foedselsnummer: one }, sak));
  keep(KONTO, personFrom({ foedselsnummer: two }, sak));
  expect(() => checkSameLetter(KONTO, personFrom({ foedselsnummer: two }, sak))).not.toThrow();
  await expectInUse(() => checkSameLetter(KONTO, personFrom({ foedselsnummer: one }, sak)));
});

test('the newest ten thousand are remembered, and one that is sent again is new', async () => {
  const [kept, renewed, dropped] = [reference(), reference(), reference()];
  const first = { foedselsnummer: one };
  const letter = personFrom(first);
  keep(KONTO, { ...letter, eksternReferanse: renewed });
  keep(KONTO, { ...letter, eksternReferanse: dropped });
  keep(KONTO, { ...letter, eksternReferanse: kept });
  keep(KONTO, { ...letter, eksternReferanse: renewed });
  for (let at = 0; at < 9_998; at += 1) keep(KONTO, { ...letter, eksternReferanse: reference() });
  const another = personFrom({ foedselsnummer: two });
  for (const sak of [kept, renewed])
    await expectInUse(() => checkSameLetter(KONTO, { ...another, eksternReferanse: sak }));
  expect(() => checkSameLetter(KONTO, { ...another, eksternReferanse: dropped })).not.toThrow();
});

test('the error tells nothing of either letter', async () => {
  const sak = reference();
  keep(KONTO, personFrom({ foedselsnummer: one }, sak));
  const error = await thrownBy(() => checkSameLetter(KONTO, personFrom({ foedselsnummer: two }, sak)));
  expect(error.message + error.action + JSON.stringify(error.details)).not.toMatch(
    new RegExp(`${one}|${two}|${sak}|Vedtak|FYRLYKT`),
  );
});
