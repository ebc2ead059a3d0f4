import { meaningOf, wasTaken } from '../../../src/svarut/status';

// Fact sheet svarut §8.
const classes: Record<string, [statusClass: string, final: boolean]> = {
  MOTTATT: ['inProgress', false],
  AKSEPTERT: ['inProgress', false],
  KLAR_FOR_MOTTAK: ['inProgress', false],
  SENDT_ALTINN: ['inProgress', false],
  LEVERT_ALTINN: ['inProgress', false],
  SENDT_SDP: ['inProgress', false],
  LEVERT_SDP: ['delivered', true],
  SENDT_DIGITALT: ['delivered', true],
  LEST: ['delivered', true],
  SENDT_PRINT: ['inProgress', false],
  PRINTET: ['delivered', true],
  SENDT_NHN_MOTTAKER: ['inProgress', false],
  LEVERT_NHN_MOTTAKER: ['delivered', true],
  MANUELT_HANDTERT: ['closed', true],
  AVVIST: ['failed', true],
  FEILET_UNDER_MOTTAK: ['failed', true],
  IKKE_LEVERT: ['failed', true],
  SLETTET: ['closed', true],
};

test.each(Object.entries(classes))('%s is what the fact sheet says: %j', (status, [statusClass, final]) => {
  expect(meaningOf(status)).toMatchObject({ statusClass, final });
});

test.each([
  [
    'digital',
    [
      'KLAR_FOR_MOTTAK',
      'SENDT_ALTINN',
      'LEVERT_ALTINN',
      'SENDT_SDP',
      'LEVERT_SDP',
      'SENDT_DIGITALT',
      'LEST',
      'SENDT_NHN_MOTTAKER',
      'LEVERT_NHN_MOTTAKER',
    ],
  ],
  ['print', ['SENDT_PRINT', 'PRINTET']],
  [undefined, ['MOTTATT', 'AKSEPTERT', 'MANUELT_HANDTERT', 'AVVIST', 'FEILET_UNDER_MOTTAK', 'IKKE_LEVERT', 'SLETTET']],
])('the channel %s is told by these states and no other', (channel, states) => {
  expect(Object.keys(classes).filter((status) => meaningOf(status).channel === channel)).toEqual(states);
});

test('a state to come is unknown and not the end', () => {
  expect(meaningOf('NOE_NYTT')).toEqual({ statusClass: 'unknown', final: false });
});

test('only a letter SvarUt turned away counts as not taken, so that doubt never sends twice', () => {
  expect([...Object.keys(classes), 'NOE_NYTT', undefined].filter((status) => !wasTaken(status))).toEqual([
    'AVVIST',
    'FEILET_UNDER_MOTTAK',
  ]);
});
