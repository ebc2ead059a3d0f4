import { ADDRESS, expectRefused, ORGANISATION, organisationFrom, PERSON, personFrom, wire } from '../letters';

const REPLY = { navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS };
const LINK = { url: 'https://www.kommunen.no/side', tekst: 'Kommunen' };

describe.each([
  ['a person', personFrom],
  ['an organisation', organisationFrom],
])('a letter to %s', (_kind, make) => {
  test('may end on paper unless it is only digital', () => {
    const either = make();
    expect([either.channel, wire(either).kunDigitalLevering]).toEqual(['digitalOrPrint', false]);
    const digital = make({ kunDigitalLevering: true });
    expect([digital.channel, wire(digital).kunDigitalLevering]).toEqual(['digitalOnly', true]);
  });

  test('is for those who log in at the substantial level, and not encrypted, unless it says otherwise', () => {
    const letter = make();
    expect(wire(letter)).toMatchObject({ sikkerhetsniva: 'BETYDELIG', kryptert: false });
    expect(letter.encrypted).toBe(false);
  });

  test('is encrypted at the highest level by itself', () => {
    for (const kryptert of [false, true]) {
      const letter = make({ sikkerhetsniva: 'HOYESTE', kryptert });
      expect(wire(letter)).toMatchObject({ sikkerhetsniva: 'HOYESTE', kryptert: true });
      expect(letter.encrypted).toBe(true);
    }
  });

  test('has its links in order', () => {
    const lenker = [LINK, { ...LINK, url: 'mailto:post@kommunen.no', ledetekst: 'Skriv til' }];
    expect(wire(make({ lenker })).lenker).toEqual(lenker);
  });

  test.each([
    'www.kommunen.no',
    '/side',
    'https://www.kommunen.no/en side',
    'https://www.kommunen.no/<b>',
    'https://www.kommunen.no/"',
    'https://',
    '1https://x',
    'https:',
    'javascript:alert(1)',
    'file:///etc/hosts',
  ])('has no link to %j', async (url) => {
    await expectRefused(() => make({ lenker: [LINK, { ...LINK, url }] }), 'lenker', /not a whole address/);
  });

  test('has at most five links, each with an address of 1000 characters and texts of 100', async () => {
    const most = {
      url: `https://x/${'y'.repeat(990)}`,
      tekst: 'x'.repeat(100),
      ledetekst: 'x'.repeat(100),
    };
    expect(wire(make({ lenker: Array(5).fill(most) })).lenker).toEqual(Array(5).fill(most));
    await expectRefused(() => make({ lenker: Array(6).fill(LINK) }), 'lenker', /more than 5 rows/);
    for (const field of ['url', 'tekst', 'ledetekst'] as const)
      await expectRefused(() => make({ lenker: [{ ...most, [field]: `${most[field]}x` }] }), field, /is longer than/);
    for (const field of ['url', 'tekst'])
      await expectRefused(() => make({ lenker: [{ ...LINK, [field]: '' }] }), field, /row 1: .* is empty/);
  });

  test('can be answered by eDialog when the answer has an organisation to go to', () => {
    expect(wire(make({ kanSvareViaEdialog: true, svarSendesTil: [REPLY] }))).toMatchObject({
      kanSvareViaEdialog: true,
      svarSendesTil: { type: 'ORGANISASJON' },
    });
    expect(wire(make()).kanSvareViaEdialog).toBe(false);
  });

  test.each([
    ['no reply address', []],
    ['a person to go to', [{ ...REPLY, type: 'PERSON', digitalId: PERSON }]],
    ['a health provider to go to', [{ ...REPLY, type: 'NHN_MOTTAKER', digitalId: '8094866' }]],
  ])('cannot be answered by eDialog with %s', async (_what, svarSendesTil) => {
    await expectRefused(
      () => make({ kanSvareViaEdialog: true, svarSendesTil }),
      'kanSvareViaEdialog',
      /"Reply by eDialog" needs an organisation/,
    );
  });

  test('with another level than the two is refused', async () => {
    await expectRefused(() => make({ sikkerhetsniva: '4' }), 'sikkerhetsniva', /not one of its choices/);
  });
});
