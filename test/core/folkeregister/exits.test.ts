/** The ways out that are no person document: events, earlier versions, KS' Oppvekst API and XML. */
import { xmlDocument } from '../../../sandbox/src/folkeregister/xml';
import { flattened } from '../../../sandbox/src/folkeregister/oppvekst';
import { EVERYONE } from '../../../sandbox/src/folkeregister/register';
import { createWorld } from '../../../sandbox/src/world';
import { protectEvent } from '../../../src/folkeregister/adressebeskyttelse/events';
import { protectOppvekst } from '../../../src/folkeregister/adressebeskyttelse/oppvekst';
import { protect } from '../../../src/folkeregister/adressebeskyttelse/protect';
import { readXml } from '../../../src/folkeregister/adressebeskyttelse/readXml';
import { withProtectionOfToday } from '../../../src/folkeregister/adressebeskyttelse/versions';
import type { PersonDocument } from '../../../src/folkeregister/model';
import { showXml } from '../../../src/folkeregister/showXml';
import { thrownBy } from '../fakePorts';
import { anyoneNamed } from './personas';

const NOTHING = { addresses: false, grade: false };
const ADDRESSES = { addresses: true, grade: false };
const GRADE = { addresses: false, grade: true };
const EVERYTHING = { addresses: true, grade: true };

describe('an event', () => {
  const bostedsadresse = { adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } };
  const change = (part: string, payload: unknown) => ({
    entitet: part,
    entitetsendring: 'registrereNy',
    [part]: payload,
  });
  const event = (...egenskapshendelse: unknown[]): PersonDocument => ({
    dokumentidentifikator: '0f3b2c1d4e5f60718293a4b5c6d7e8f9',
    skjemaversjon: '1.0',
    hendelse: {
      folkeregisteridentifikator: '05913828676',
      hendelsestype: 'personErDoed',
      ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
      egenskapshendelse,
    },
  });
  const death = change('doedsfall', { doedsdato: '2026-05-03', kilde: 'KONSTRUERT' });
  const identity = change('identitetsgrunnlag', { legitimasjonskontroll: 'kontrollert' });
  const move = change('bostedsadresse', bostedsadresse);
  const protection = change('adressebeskyttelse', { graderingsnivaa: 'fortrolig' });

  test('tells what happened, as it came', () => {
    const told = event(death, identity, { entitet: 'navn', entitetsendring: 'annullere' });
    for (const optIns of [NOTHING, ADDRESSES, GRADE, EVERYTHING]) expect(protectEvent(told, optIns)).toEqual(told);
  });

  test('does not tell whether its person is protected, so it shows no address, open or not', () => {
    const { bostedsadresse: _address, ...told } = move;
    expect(protectEvent(event(move, death), NOTHING)).toEqual(event(told, death));
    expect(protectEvent(event(move, death), ADDRESSES)).toEqual(event(move, death));
  });

  test('shows a grade only where it is asked for', () => {
    const { adressebeskyttelse: _grade, ...told } = protection;
    const closed = change('oppholdsadresse', { ...bostedsadresse, adressegradering: 'fortrolig' });
    const { adressegradering: _closed, ...ungraded } = bostedsadresse;
    expect(protectEvent(event(protection), NOTHING)).toEqual(event(told));
    expect(protectEvent(event(protection), GRADE)).toEqual(event(protection));
    expect(protectEvent(event(protection, closed), ADDRESSES)).toEqual(
      event(told, change('oppholdsadresse', ungraded)),
    );
    expect(protectEvent(event(protection, closed), EVERYTHING)).toEqual(event(protection, closed));
  });

  test.each<[string, PersonDocument]>([
    ['beside the event', { ...event(death), nyAdresse: bostedsadresse }],
    ['in the event', { hendelse: { ...(event(death).hendelse as object), nytt: bostedsadresse } }],
    ['in a change', event({ ...death, nytt: bostedsadresse })],
    ['in place of a change', event('Hjemveien', ['Hjemveien'])],
    ['in place of the changes', { hendelse: { egenskapshendelse: 'Hjemveien' } }],
    ['in place of the event', { hendelse: 'Hjemveien' }],
  ])('shows no address that stands where it is new: %s', (_where, document) => {
    expect(JSON.stringify(protectEvent(document, NOTHING))).not.toContain('Hjemveien');
    expect(JSON.stringify(protectEvent(document, NOTHING)).length).toBeGreaterThan(1);
  });
});

describe('an earlier version', () => {
  const before = { bostedsadresse: [{ adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } }] };
  const shownWith = (today: PersonDocument | undefined, version: PersonDocument = before) =>
    protect(withProtectionOfToday(version, today), NOTHING);

  test('is shown where the person is not protected today either', () => {
    expect(shownWith({})).toEqual({ person: before, handleManually: false });
    const ended = { adressebeskyttelse: [{ erGjeldende: false, graderingsnivaa: 'fortrolig' }] };
    expect(shownWith(ended)).toEqual({ person: before, handleManually: false });
  });

  test.each<[string, PersonDocument | undefined]>([
    ['is protected today', { adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'strengtFortrolig' }] }],
    ['is protected today in another shape', { adressebeskyttelse: { graderingsnivaa: 'fortrolig' } }],
    ['may be protected today, which could not be found out', undefined],
  ])('shows no address where the person %s', (_who, today) => {
    expect(shownWith(today)).toEqual({ person: {}, handleManually: true });
  });

  test('shows none either where the person was protected then', () => {
    const version = { ...before, adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] };
    expect(shownWith({}, version)).toEqual({ person: {}, handleManually: true });
  });
});

describe("a child with parents from KS' Oppvekst API", () => {
  const shownOf = (slug: string, optIns = NOTHING) => {
    const number = EVERYONE.find((one) => one.slug === slug)?.foedselsEllerDNummer ?? '';
    const child = JSON.parse(JSON.stringify(flattened(createWorld().persons, number))) as PersonDocument;
    return { child, ...protectOppvekst(child, optIns) };
  };

  test('is shown as it came where nobody is protected, with a flag for each parent', () => {
    const { child, person, handleManually } = shownOf('child-two-parents');
    const parents = (child.foreldreansvarlige as object[]).map((parent) => ({ ...parent, handleManually: false }));
    expect(person).toEqual({ ...child, foreldreansvarlige: parents });
    expect(parents).toHaveLength(2);
    expect(handleManually).toBe(false);
  });

  test('who is protected keeps neither an address nor those of the parents', () => {
    const { person, handleManually } = shownOf('confidential-child');
    expect(handleManually).toBe(true);
    expect(person).toEqual({
      identifikasjonsnummer: { foedselsEllerDNummer: '06921689800', identifikatortype: 'foedselsnummer' },
      foedselsdato: '2016-12-06',
      personstatus: 'bosatt',
      foreldreansvarstype: 'mor',
      kjoenn: 'kvinne',
      navn: { fornavn: 'VÅKEN', etternavn: 'GJEMSEL' },
      statsborgerskap: 'NOR',
      foreldreansvarlige: [
        {
          ansvar: 'mor',
          identifikasjonsnummer: { foedselsEllerDNummer: '13839149896', identifikatortype: 'foedselsnummer' },
          personstatus: 'bosatt',
          kjoenn: 'kvinne',
          navn: { fornavn: 'VARSOM', etternavn: 'GJEMSEL' },
          statsborgerskap: 'NOR',
          foedsel: '1991-03-13',
          handleManually: true,
        },
      ],
      familierelasjoner: [{ familierelasjonPerson: '13839149896', familierelasjonRolle: 'mor' }],
    });
    expect(JSON.stringify(shownOf('confidential-child', EVERYTHING).person)).toContain('Skjermveien');
  });

  test('who is not protected keeps the open address of one parent and loses the closed one of the other', () => {
    const address = (adressegradering: string, adressenavn: string) => ({
      bostedsadresse: { adressegradering, vegadresse: { kommunenummer: '4601', adressenavn } },
    });
    const child = {
      foreldreansvarlige: [
        { ansvar: 'felles', ...address('ugradert', 'Hjemveien') },
        { ansvar: 'felles', ...address('fortrolig', 'Skjulestedet') },
      ],
    };
    expect(protectOppvekst(child, NOTHING)).toEqual({
      person: {
        foreldreansvarlige: [
          { ansvar: 'felles', ...address('ugradert', 'Hjemveien'), handleManually: false },
          { ansvar: 'felles', handleManually: true },
        ],
      },
      handleManually: false,
    });
  });
});

describe('XML', () => {
  const PARTS = ['navn', 'bostedsadresse', 'adressebeskyttelse'];
  const xmlOf = (document: PersonDocument) =>
    xmlDocument('folkeregisterperson', document, 'folkeregisteret:tilgjengeliggjoering:person:v1');
  const shownOf = (document: PersonDocument, optIns = NOTHING) => showXml(xmlOf(document), { ...optIns, parts: PARTS });
  const currentOf = (slug: string) => {
    const entries = Object.entries(anyoneNamed(slug)).filter(([, content]) => Array.isArray(content));
    return Object.fromEntries(
      entries.map(([part, content]) => [
        part,
        (content as { erGjeldende?: boolean }[]).filter(({ erGjeldende }) => erGjeldende !== false),
      ]),
    );
  };

  test('of somebody with nothing to withhold is passed on as it is', () => {
    const document = currentOf('ordinary-resident');
    expect(shownOf(document)).toEqual({ foedselsnummer: '12848539668', handleManually: false, xml: xmlOf(document) });
  });

  test.each([
    ['confidential', '19887834124', true],
    ['strictly-confidential', '30819446675', true],
    ['client-address', '02920197712', false],
  ])('of somebody with a closed address is not: %s', (slug, foedselsnummer, handleManually) => {
    expect(shownOf(currentOf(slug))).toEqual({ foedselsnummer, handleManually, xml: null });
  });

  test('tells grades, so it takes both opt-ins to have that of somebody protected', () => {
    const document = currentOf('confidential');
    for (const optIns of [ADDRESSES, GRADE]) expect(shownOf(document, optIns).xml).toBeNull();
    expect(shownOf(document, EVERYTHING)).toMatchObject({ xml: xmlOf(document), graderingsnivaa: 'fortrolig' });
  });

  test('with a former protection in its history is shown to whoever asks for grades', () => {
    const document = {
      navn: [{ fornavn: 'RASK' }],
      adressebeskyttelse: [{ erGjeldende: false, graderingsnivaa: 'fortrolig' }],
    };
    expect(shownOf(document)).toMatchObject({ handleManually: false, xml: null });
    expect(shownOf(document, GRADE)).toMatchObject({ xml: xmlOf(document) });
  });

  const person = (inside: string) => `<folkeregisterperson>${inside}</folkeregisterperson>`;
  test.each<[string, string]>([
    ['a comment', person('<!-- Skjulestedet -->')],
    ['unparsed text', person('<navn><![CDATA[Skjulestedet]]></navn>')],
    ['an attribute', person('<bostedsadresse sted="Skjulestedet"/>')],
    ['text between elements', person('<navn>Skjulestedet<fornavn>A</fornavn></navn>')],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "Skjulestedet">]>${person('')}`],
    ['an instruction', person('<?sted Skjulestedet?>')],
    ['two roots', person('<a>1</a>') + person('<a>1</a>')],
    ['an element that is not closed', '<folkeregisterperson><navn>'],
    ['elements that cross', person('<a><b></a></b>')],
    ['no elements in it', person('Skjulestedet')],
    ['nothing', ''],
    ['a closing tag alone', '</folkeregisterperson>'],
  ])('that nobody can judge is shown to nobody: with %s', async (_what, xml) => {
    const error = await thrownBy(() => showXml(xml, { ...EVERYTHING, parts: PARTS }));
    expect(error).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', details: { service: 'folkeregister' } });
    expect(error.message + error.action).not.toContain('Skjulestedet');
  });

  test('is read with prefixes, entities and empty elements', () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<p:a xmlns:p="x" xsi:type="y">\n<p:b>&lt;&amp;&#230;&#xF8;</p:b>\n' +
      "<p:b xmlns='z'/><c>true</c><d><e>false</e><e>&nytt;</e></d></p:a>\n";
    expect(readXml(xml)).toEqual({ a: { b: ['<&æø', ''], c: true, d: { e: [false, ''] } } });
  });
});
