import {
  isOrganisationNumber,
  isPersonIdentifier,
  isSynthetic,
  isUuid,
  maskPersonIdentifiers,
  withControlDigits,
} from '../../sandbox/src/identifiers';

describe('a person identifier', () => {
  it.each(['12848539668', '57829147744', '41819077302', '02013299997'])('%s is valid', (number) => {
    expect(isPersonIdentifier(number)).toBe(true);
  });

  it.each(['30823299903', '30823299911', '41823299824', '41819077906', '30908299902'])(
    '%s is valid under the control digits that come in 2032',
    (number) => {
      expect(isPersonIdentifier(number)).toBe(true);
    },
  );

  it.each(['16903349845', '12848539669', '1284853966', '128485396680', '12848S39668', ''])(
    '%j is not valid',
    (number) => {
      expect(isPersonIdentifier(number)).toBe(false);
    },
  );

  it.each(['128485396', '578291477', '022189028'])('%s gets the control digits that fit', (nine) => {
    const number = withControlDigits(nine);
    expect(number?.slice(0, 9)).toBe(nine);
    expect(isPersonIdentifier(number)).toBe(true);
  });

  it('cannot be made of nine digits that would need a control digit of ten', () => {
    const made = Array.from({ length: 100 }, (_, at) => withControlDigits(`128485${String(at + 100)}`));
    expect(made).toContain(undefined);
    expect(made.filter((number) => number !== undefined && !isPersonIdentifier(number))).toEqual([]);
  });

  it.each([
    ['12848539668', true],
    ['57829147744', true],
    ['12044539668', false],
    ['12934539668', false],
  ])('%s is of the series with 80 added to the month: %s', (number, synthetic) => {
    expect(isSynthetic(number)).toBe(synthetic);
  });

  it('must be a text', () => {
    expect(isPersonIdentifier(12848539668)).toBe(false);
  });
});

describe('an organisation number', () => {
  it.each([
    ['310475025', true],
    ['310475024', false],
    ['31047502', false],
  ])('%s: %s', (number, valid) => {
    expect(isOrganisationNumber(number)).toBe(valid);
  });
});

describe('masking', () => {
  it('hides the last digits of every identifier in a text', () => {
    expect(maskPersonIdentifiers('/personer/12848539668 og 57829147744')).toBe('/personer/128485***** og 578291*****');
  });

  it('leaves shorter numbers and UUIDs alone', () => {
    const text = '310475025 3233e3ac-20aa-4e3a-b726-a47f76276442';
    expect(maskPersonIdentifiers(text)).toBe(text);
    expect(isUuid(text.split(' ')[1]!)).toBe(true);
  });
});
