import { readPerson, type PersonDocument } from '../../../../src/folkeregister/model';
import { coverageOf, type Matter } from '../../../../src/folkeregister/recipient/mandate';
import { decide, isNotifiedToo } from '../../../../src/folkeregister/recipient/rule';
import { guardiansOf } from '../../../../src/folkeregister/relations';
import { START } from '../../fakePorts';

const OWN = '30891694896';
const [ONE, TWO] = ['12848539668', '03928338788'];

const status = (word: string) => ({ status: [{ status: word }] });
const adult = { ...status('bosatt'), foedsel: [{ foedselsdato: '1985-04-12' }] };
const minor = { ...status('bosatt'), foedsel: [{ foedselsdato: '2016-09-30' }] };
const numbered = { identifikasjonsnummer: [{ foedselsEllerDNummer: OWN }] };

const decided = (document: PersonDocument, matter: Matter = 'both') => {
  const { addressees, reason } = decide(readPerson({ ...numbered, ...document }), matter, START);
  const named = addressees.map(
    ({ role, foedselsnummer, organisasjonsnummer, name }) =>
      `${role} ${foedselsnummer ?? organisasjonsnummer ?? name ?? '-'}`,
  );
  return [reason, ...named];
};

const responsible = (ansvar: string, who: object = { ansvarlig: ONE }) => ({ ansvar, ansvarssubjekt: OWN, ...who });
const child = (...foreldreansvar: object[]) => ({ ...minor, foreldreansvar });

const BOTH = 'personligeOgOekonomiskeInteresser';
const guardian = (vergemaaltype: string | undefined, verge: object) => ({
  vergemaalEllerFremtidsfullmakt: [{ vergemaaltype, verge: { foedselsEllerDNummer: TWO, omfang: BOTH, ...verge } }],
});

describe('an adult', () => {
  test('gets the letter', () => {
    expect(decided(adult)).toEqual(['PERSONEN', `person ${OWN}`]);
  });

  test.each(['aktiv', 'bosatt', 'utflyttet', 'midlertidig', 'inaktiv', 'ikkeBosatt'])('who is %s does too', (word) => {
    expect(decided({ ...adult, ...status(word) })).toEqual(['PERSONEN', `person ${OWN}`]);
  });

  test.each<[string, PersonDocument, string]>([
    ['missing', status('forsvunnet'), 'FORSVUNNET'],
    ['under a closed number', status('opphoert'), 'OPPHOERT'],
    ['of a status that is new', status('constructor'), 'STATUS_UKJENT'],
    ['of a status that is not told', { status: [] }, 'STATUS_UKJENT'],
    ['of a status that is no longer so', { status: [{ erGjeldende: false, status: 'bosatt' }] }, 'STATUS_UKJENT'],
    ['of an age that is not told', { foedsel: [] }, 'ALDER_UKJENT'],
    ['born in a year that leaves it open', { foedsel: [{ foedselsaar: '2008' }] }, 'ALDER_UKJENT'],
  ])('who is %s is for a person to decide', (_who, changes, reason) => {
    expect(decided({ ...adult, ...changes })).toEqual([reason, `person ${OWN}`]);
  });

  test('with parental responsibility for a child gets letters about herself', () => {
    const mother = { ...adult, foreldreansvar: [{ ansvar: 'mor', ansvarlig: OWN, ansvarssubjekt: ONE }] };
    expect(decided(mother)).toEqual(['PERSONEN', `person ${OWN}`]);
  });
});

describe('a minor', () => {
  test.each<[string, readonly object[], string[]]>([
    [
      'both parents',
      [responsible('felles'), responsible('felles', { ansvarlig: TWO })],
      ['FORELDREANSVAR', `parentalResponsibility ${ONE}`, `parentalResponsibility ${TWO}`],
    ],
    ['the mother alone', [responsible('mor')], ['FORELDREANSVAR', `parentalResponsibility ${ONE}`]],
    ['the father alone', [responsible('far')], ['FORELDREANSVAR', `parentalResponsibility ${ONE}`]],
    ['the co-mother alone', [responsible('medmor')], ['FORELDREANSVAR', `parentalResponsibility ${ONE}`]],
    [
      'somebody else',
      [responsible('andre'), responsible('andre', { ansvarlig: TWO })],
      ['FORELDREANSVAR', `parentalResponsibility ${ONE}`, `parentalResponsibility ${TWO}`],
    ],
    [
      'an organisation',
      [responsible('andre', { ansvarligOrganisasjon: '310475025' })],
      ['FORELDREANSVAR', 'parentalResponsibility 310475025'],
    ],
    [
      'somebody without a number',
      [responsible('far', { ansvarligUtenIdentifikator: { navn: { fornavn: 'FJERN', etternavn: 'FAR' } } })],
      ['FORELDREANSVAR', 'parentalResponsibility FJERN FAR'],
    ],
    [
      'the mother, told twice',
      [responsible('mor'), responsible('mor')],
      ['FORELDREANSVAR', `parentalResponsibility ${ONE}`],
    ],
    [
      'the mother, without the child being told',
      [{ ansvar: 'mor', ansvarlig: ONE }],
      ['FORELDREANSVAR', `parentalResponsibility ${ONE}`],
    ],
  ])('has letters go to %s with parental responsibility', (_who, foreldreansvar, expected) => {
    expect(decided(child(...foreldreansvar))).toEqual(expected);
  });

  test.each<[string, readonly object[], string]>([
    ['is not known', [responsible('ukjent', {})], 'FORELDREANSVAR_UKJENT'],
    ['is of a kind that is new', [responsible('toString')], 'FORELDREANSVAR_UKJENT'],
    ['is of no kind', [{ ansvarlig: ONE, ansvarssubjekt: OWN }], 'FORELDREANSVAR_UKJENT'],
    ['is not known of one', [responsible('mor'), responsible('ukjent', {})], 'FORELDREANSVAR_UKJENT'],
    ['is joint and names one', [responsible('felles')], 'FORELDREANSVAR_UKLART'],
    ['is joint and names one twice', [responsible('felles'), responsible('felles')], 'FORELDREANSVAR_UKLART'],
    ['is joint and of one says not who', [responsible('felles'), responsible('felles', {})], 'FORELDREANSVAR_UKLART'],
    [
      "is the mother's alone and names two",
      [responsible('mor'), responsible('mor', { ansvarlig: TWO })],
      'FORELDREANSVAR_UKLART',
    ],
    [
      "is the mother's alone and the father's alone",
      [responsible('mor'), responsible('far', { ansvarlig: TWO })],
      'FORELDREANSVAR_UKLART',
    ],
    ['is somebody else’s and nobody’s', [responsible('andre', {})], 'FORELDREANSVAR_UKLART'],
    ['is for another child', [{ ansvar: 'mor', ansvarlig: ONE, ansvarssubjekt: TWO }], 'FORELDREANSVAR_UKLART'],
  ])('whose parental responsibility %s is for a person to decide', (_what, foreldreansvar, reason) => {
    expect(decided(child(...foreldreansvar))[0]).toBe(reason);
  });

  test('without anybody is for a person to decide', () => {
    for (const document of [
      minor,
      child({ ...responsible('mor'), erGjeldende: false }),
      child({ ansvar: 'mor', ansvarlig: OWN, ansvarssubjekt: TWO }),
    ])
      expect(decided(document)).toEqual(['FORELDREANSVAR_MANGLER']);
  });

  test('who is a parent too has the letters go to her own', () => {
    const own = responsible('mor');
    const ofChild = { ansvar: 'mor', ansvarlig: OWN, ansvarssubjekt: TWO };
    expect(decided(child(ofChild, own))).toEqual(['FORELDREANSVAR', `parentalResponsibility ${ONE}`]);
  });

  test.each(['mindreaarig', 'midlertidigForMindreaarig', 'ensligMindreaarigAsylsoeker', 'ensligMindreaarigFlyktning'])(
    'without parents has letters go to a guardian (%s)',
    (kind) => {
      expect(decided({ ...minor, ...guardian(kind, {}) })).toEqual(['VERGE_FOR_MINDREAARIG', `guardian ${TWO}`]);
    },
  );

  test('with a guardian beside the parents is for a person to decide, unless the mandate is for something else', () => {
    const document = { ...child(responsible('mor')), ...guardian('midlertidigForMindreaarig', {}) };
    expect(decided(document)).toEqual(['FORELDREANSVAR_OG_VERGE', `parentalResponsibility ${ONE}`, `guardian ${TWO}`]);
    const economic = guardian('midlertidigForMindreaarig', { omfang: 'oekonomiskeInteresser' });
    expect(decided({ ...document, ...economic }, 'personal')[0]).toBe('FORELDREANSVAR');
    expect(decided({ ...minor, ...economic }, 'personal')).toEqual(['FORELDREANSVAR_MANGLER']);
    expect(decided({ ...minor, ...economic }, 'both')).toEqual(['VERGE_UKLART', `guardian ${TWO}`]);
  });

  test('of fifteen is to be notified too, and nobody else', () => {
    const bornOn = (foedselsdato: string, more: object = {}) =>
      isNotifiedToo(readPerson({ ...minor, foedsel: [{ foedselsdato }], ...more }), START);
    expect(bornOn('2011-11-20')).toBe(true);
    expect(bornOn('2011-11-21')).toBe(false);
    expect(bornOn('2008-11-21')).toBe(true);
    expect(bornOn('2008-11-20')).toBe(false);
    expect(bornOn('2011-11-20', status('doed'))).toBe(false);
  });
});

describe('an adult with a guardian', () => {
  test.each(['voksen', 'midlertidigForVoksen', 'stadfestetFremtidsfullmakt'])(
    'whose mandate covers the matter has letters go to both (%s)',
    (kind) => {
      expect(decided({ ...adult, ...guardian(kind, {}) })).toEqual(['VERGE', `guardian ${TWO}`, `person ${OWN}`]);
    },
  );

  test('whose mandate is for something else gets the letter alone', () => {
    const document = { ...adult, ...guardian('voksen', { omfang: 'oekonomiskeInteresser' }) };
    expect(decided(document, 'personal')).toEqual(['PERSONEN', `person ${OWN}`]);
    expect(decided(document, 'economic')[0]).toBe('VERGE');
    expect(decided(document, 'both')).toEqual(['VERGE_UKLART', `guardian ${TWO}`, `person ${OWN}`]);
  });

  test('whose former guardian is one no longer gets the letter alone', () => {
    const [entry] = guardian('voksen', {}).vergemaalEllerFremtidsfullmakt;
    expect(decided({ ...adult, vergemaalEllerFremtidsfullmakt: [{ ...entry, erGjeldende: false }] })[0]).toBe(
      'PERSONEN',
    );
  });

  test('of two guardians, one with an open mandate, is for a person to decide', () => {
    const vergemaalEllerFremtidsfullmakt = [
      ...guardian('voksen', {}).vergemaalEllerFremtidsfullmakt,
      ...guardian(undefined, { foedselsEllerDNummer: ONE }).vergemaalEllerFremtidsfullmakt,
    ];
    expect(decided({ ...adult, vergemaalEllerFremtidsfullmakt })).toEqual([
      'VERGE_UKLART',
      `guardian ${TWO}`,
      `guardian ${ONE}`,
      `person ${OWN}`,
    ]);
  });
});

describe('a mandate', () => {
  const coverage = (verge: object, kind: string | undefined, ward: 'adult' | 'minor' = 'adult') => {
    const [one] = guardiansOf(readPerson(guardian(kind, verge)));
    return (['personal', 'economic', 'both'] as const).map((matter) => coverageOf(one!, matter, ward));
  };

  test.each<[string, string[]]>([
    ['personligeInteresser', ['covers', 'not', 'unclear']],
    ['oekonomiskeInteresser', ['not', 'covers', 'unclear']],
    ['personligeOgOekonomiskeInteresser', ['covers', 'covers', 'covers']],
    ['utlendingssakerPersonligeOgOekonomiskeInteresser', ['covers', 'covers', 'covers']],
    ['nyeInteresser', ['unclear', 'unclear', 'unclear']],
    ['constructor', ['unclear', 'unclear', 'unclear']],
  ])('for %s is of personal, economic and both matters: %j', (omfang, expected) => {
    expect(coverage({ omfang }, 'voksen')).toEqual(expected);
  });

  test('without a scope is unclear', () => {
    expect(coverage({ omfang: undefined }, 'voksen')).toEqual(['unclear', 'unclear', 'unclear']);
  });

  test('of which the register says two things is unclear', () => {
    for (const [omfang, omfangetErInnenPersonligOmraade] of [
      ['oekonomiskeInteresser', true],
      ['personligeInteresser', false],
    ])
      expect(coverage({ omfang, omfangetErInnenPersonligOmraade }, 'voksen')).toEqual([
        'unclear',
        'unclear',
        'unclear',
      ]);
    expect(coverage({ omfang: BOTH, omfangetErInnenPersonligOmraade: true }, 'voksen')[0]).toBe('covers');
  });

  test('for single tasks may not cover what it touches, and does not touch what is outside its scope', () => {
    const tjenesteomraade = [{ vergeTjenestevirksomhet: 'bank', vergeTjenesteoppgave: 'laaneopptak' }];
    expect(coverage({ omfang: 'oekonomiskeInteresser', tjenesteomraade }, 'voksen')).toEqual([
      'not',
      'unclear',
      'unclear',
    ]);
    expect(coverage({ omfang: BOTH, tjenesteomraade: [] }, 'voksen')).toEqual(['covers', 'covers', 'covers']);
  });

  test('of a kind for others than the ward, or that is new or not told, is unclear', () => {
    expect(coverage({}, 'mindreaarig', 'adult')).toEqual(['unclear', 'unclear', 'unclear']);
    expect(coverage({}, 'voksen', 'minor')).toEqual(['unclear', 'unclear', 'unclear']);
    expect(coverage({}, 'nyttSlag')).toEqual(['unclear', 'unclear', 'unclear']);
    expect(coverage({}, undefined)).toEqual(['unclear', 'unclear', 'unclear']);
  });

  test('to manage the funds of somebody represents nobody, and may touch what is economic', () => {
    expect(coverage({}, 'forvaltningUtenforVergemaal', 'minor')).toEqual(['not', 'unclear', 'unclear']);
  });
});

describe('the dead', () => {
  const estate = (...kontaktinformasjonForDoedsbo: object[]) => ({
    ...adult,
    ...status('doed'),
    kontaktinformasjonForDoedsbo,
  });
  const lawyer = {
    advokat: { personnavn: { fornavn: 'GRUNDIG', etternavn: 'PARAGRAF' }, organisasjonsnummer: '312220105' },
  };

  test.each<[string, object, string]>([
    ['a lawyer', lawyer, 'estate 312220105'],
    ['an organisation', { organisasjon: { organisasjonsnavn: 'KONSTRUERT TINGRETT' } }, 'estate KONSTRUERT TINGRETT'],
    ['a person', { person: { foedselsEllerDNummer: ONE } }, `estate ${ONE}`],
    [
      'a person without a number',
      { person: { personnavn: { fornavn: 'FJERN', etternavn: 'VEN' } } },
      'estate FJERN VEN',
    ],
  ])('have letters go to %s who answers for the estate', (_who, contact, expected) => {
    expect(decided(estate(contact))).toEqual(['DOEDSBO', expected]);
  });

  test('are dead by the status or by the death, and minors as well', () => {
    const { status: _status, ...rest } = estate(lawyer);
    expect(decided({ ...rest, ...status('bosatt'), doedsfall: {} })[0]).toBe('DOEDSBO');
    expect(decided({ ...estate(lawyer), ...minor, ...status('doed') })[0]).toBe('DOEDSBO');
    expect(decided({ ...rest, ...status('bosatt'), doedsfall: { erGjeldende: false } })[0]).toBe('PERSONEN');
  });

  test('for whom nobody answers, or several do, are for a person to decide', () => {
    expect(decided(estate())).toEqual(['DOEDSBO_UTEN_KONTAKT']);
    expect(decided(estate({ ...lawyer, erGjeldende: false }))).toEqual(['DOEDSBO_UTEN_KONTAKT']);
    expect(decided(estate(lawyer, { person: { foedselsEllerDNummer: ONE } }))).toEqual([
      'DOEDSBO_FLERE_KONTAKTER',
      'estate 312220105',
      `estate ${ONE}`,
    ]);
  });
});
