/**
 * Any person that is valid by the published descriptions: read without failing, and with nothing protected on any way out.
 */
import fc from 'fast-check';
import { protectEvent } from '../../src/folkeregister/adressebeskyttelse/events';
import { protectOppvekst } from '../../src/folkeregister/adressebeskyttelse/oppvekst';
import { ADDRESS_PARTS, isProtected } from '../../src/folkeregister/adressebeskyttelse/protect';
import { withProtectionOfToday } from '../../src/folkeregister/adressebeskyttelse/versions';
import type { PersonDocument } from '../../src/folkeregister/model';
import { showChild } from '../../src/folkeregister/oppvekst/showChild';
import { PART_NAMES } from '../../src/folkeregister/parts';
import { findRecipients } from '../../src/folkeregister/recipient/findRecipients';
import { REASONS } from '../../src/folkeregister/recipient/reasons';
import { show, type Form } from '../../src/folkeregister/show';
import { showXml } from '../../src/folkeregister/showXml';
import { xmlDocument } from '../../sandbox/src/folkeregister/xml';
import { START } from '../core/fakePorts';
import { Arbitraries } from './arbitrary';
import { describeContract, readSpec, type Published } from './specs';

const PERSON = 'person.v1.Folkeregisterperson';
const PARTS = [...PART_NAMES, 'historikk'];
const FORMS: readonly Form[] = ['simplified', 'selected', 'raw'];
const NOTHING = { addresses: false, grade: false };
const EVERYTHING = { addresses: true, grade: true };

const HAS_ADDRESS = new Set<string>(ADDRESS_PARTS);
/** Not where somebody is, though it stands within an address of an estate's. */
const ESTATE = 'kontaktinformasjonForDoedsbo';

/** Every text within an address is a canary that says in which part it was. */
const canary = (path: readonly string[]): string => `CANARY(${path.join('.')})`;
const canariesIn = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/CANARY\([\w.]+\)/g) ?? [])];

const PLAIN = fc.string({ unit: 'grapheme' });
const isInAddress = (path: readonly string[]): boolean =>
  path[0] === ESTATE ? path[1] === 'adresse' : HAS_ADDRESS.has(path[0] ?? '');

const withCanaries = (name: Published): Arbitraries =>
  new Arbitraries(readSpec(name), (path) => (isInAddress(path) ? fc.constant(canary(path)) : PLAIN));

const OPEN = 'ugradert';

/** What may be shown of addresses, worked out from the document alone. */
const mayShow = (document: PersonDocument): Set<string> => {
  const entries = (part: string): any[] => (document[part] as any[] | undefined) ?? [];
  const isGraded = entries('adressebeskyttelse').some(
    ({ erGjeldende, graderingsnivaa }) => erGjeldende !== false && graderingsnivaa !== OPEN,
  );
  if (isGraded) return new Set();
  const open = Object.keys(document).flatMap((part) =>
    HAS_ADDRESS.has(part)
      ? entries(part).filter((entry) =>
          part === ESTATE ? !entry.person && (entry.advokat ?? entry.organisasjon) : entry.adressegradering === OPEN,
        )
      : [],
  );
  return new Set(canariesIn(open));
};

/** The same person with nothing to withhold. */
const opened = ({ adressebeskyttelse: _protection, [ESTATE]: _estate, ...document }: PersonDocument): PersonDocument =>
  JSON.parse(JSON.stringify(document), (name, value: unknown) => (name === 'adressegradering' ? OPEN : value));

const asked = (optIns: { addresses: boolean; grade: boolean }) => ({ ...optIns, parts: PARTS });

describeContract('any person the register may send', () => {
  describe.each(['withLegalBasis', 'withoutLegalBasis'] as const)('by %s', (description) => {
    let anyone: fc.Arbitrary<PersonDocument>;
    let hidden: fc.Arbitrary<PersonDocument>;
    beforeAll(() => {
      anyone = new Arbitraries(readSpec(description)).named(PERSON);
      hidden = withCanaries(description).named(PERSON);
    });

    it('is shown in every form, whatever is asked for', () => {
      fc.assert(
        fc.property(
          anyone,
          fc.constantFrom(...FORMS),
          fc.subarray(PARTS),
          fc.boolean(),
          fc.boolean(),
          (document, form, parts, addresses, grade) => {
            const shown = show(document, form, { parts, addresses, grade }, START);
            expect(shown).toHaveProperty('handleManually');
            expect('graderingsnivaa' in shown).toBe(grade);
          },
        ),
        { numRuns: 200 },
      );
    });

    it('has addresses in it for the tests below to find, open and closed', () => {
      const persons = fc.sample(hidden, { numRuns: 200, seed: 1 });
      const places = persons.flatMap(canariesIn);
      for (const part of ADDRESS_PARTS) expect(places.some((place) => place.startsWith(`CANARY(${part}.`))).toBe(true);
      expect(persons.some((one) => mayShow(one).size > 0)).toBe(true);
      expect(persons.some((one) => isProtected(one) && canariesIn(one).length > 0)).toBe(true);
    });

    it.each(FORMS)('leaves with no protected address in the %s form, and with no grade', (form) => {
      fc.assert(
        fc.property(hidden, (document) => {
          const shown = show(document, form, asked(NOTHING), START);
          const allowed = mayShow(document);
          for (const place of canariesIn(shown)) expect(allowed).toContain(place);
          expect(JSON.stringify(shown)).not.toMatch(/ortrolig|klientadresse|graderingsnivaa/);
        }),
        { numRuns: 200 },
      );
    });

    it('leaves whole in the raw form when everything is asked for', () => {
      fc.assert(
        fc.property(hidden, (document) => {
          expect(show(document, 'raw', asked(EVERYTHING), START).person).toEqual(document);
        }),
      );
    });

    it('leaves with no address at all as an earlier version, if nobody knows of protection today', () => {
      fc.assert(
        fc.property(hidden, fc.constantFrom(...FORMS), (document, form) => {
          const version = withProtectionOfToday(document, undefined);
          expect(canariesIn(show(version, form, asked(NOTHING), START))).toEqual([]);
        }),
      );
    });

    it('leaves in XML whole or not at all', () => {
      let whole = 0;
      fc.assert(
        fc.property(fc.oneof(hidden, hidden.map(opened)), (document) => {
          const xml = xmlDocument('folkeregisterperson', document, 'folkeregisteret:tilgjengeliggjoering:person:v1');
          const shown = showXml(xml, asked(NOTHING));
          expect([xml, null]).toContain(shown.xml);
          if (shown.xml === xml) {
            whole += 1;
            expect(new Set(canariesIn(document))).toEqual(mayShow(document));
            expect(xml).not.toMatch(/ortrolig|klientadresse/);
          }
          expect(showXml(xml, asked(EVERYTHING)).xml).toBe(xml);
        }),
        { numRuns: 200 },
      );
      expect(whole).toBeGreaterThan(0);
    });

    it('gets an answer to who shall receive a letter about them, with no protected address in it', async () => {
      await fc.assert(
        fc.asyncProperty(
          hidden,
          hidden,
          fc.constantFrom('personal' as const, 'economic' as const, 'both' as const),
          async (document, other, matter) => {
            const question = { matter, addresses: false, nowMs: START };
            const lookUp = async (numbers: readonly string[], parts: readonly string[]) =>
              numbers.map(() => (parts.includes('foreldreansvar') ? document : other));
            const [answer] = (await findRecipients(lookUp, ['1'], question)) as any[];
            expect(Object.keys(REASONS)).toContain(answer.reason);
            expect(answer.handleManually || answer.recipients.length > 0).toBe(true);
            const allowed = new Set([...mayShow(document), ...(isProtected(document) ? [] : mayShow(other))]);
            const estate = canariesIn(document[ESTATE] ?? []);
            for (const place of canariesIn(answer)) expect([...allowed, ...estate]).toContain(place);
            if (isProtected(document)) expect(canariesIn(answer)).toEqual([]);
          },
        ),
        { numRuns: 200 },
      );
    });
  });

  it('leaves with no address in an event, open or not', () => {
    const events = new Arbitraries(readSpec('withLegalBasis'), (path) => fc.constant(canary(path)));
    const place =
      /^CANARY\(hendelse\.egenskapshendelse\.(?:\w+adresse\w*|deltBosted|kontaktinformasjonForDoedsbo\.adresse)\./i;
    let had = 0;
    fc.assert(
      fc.property(events.named('hendelse.v1.DokumentForHendelse'), (event) => {
        const shown = protectEvent(event, NOTHING);
        had += canariesIn(event).filter((one) => place.test(one)).length;
        expect(canariesIn(shown).filter((one) => place.test(one))).toEqual([]);
        expect(JSON.stringify(shown)).not.toMatch(/adressegradering|graderingsnivaa/);
        expect(protectEvent(event, EVERYTHING)).toEqual(event);
      }),
      { numRuns: 200 },
    );
    expect(had).toBeGreaterThan(0);
  });

  it("leaves KS' Oppvekst API with no closed address, their own or a parent's", () => {
    const children = new Arbitraries(readSpec('oppvekst'), (path) => {
      if (path.at(-1) === 'adressegradering') return fc.constantFrom(OPEN, 'fortrolig', 'klientadresse', '', 'ny');
      if (path.at(-1) === 'adressebeskyttelse') return fc.constantFrom(OPEN, 'strengtFortrolig', 'ny');
      return fc.constant(canary(path));
    });
    const KINDS = ['bostedsadresse', 'oppholdsadresse', 'deltBosted', 'postadresse'];
    const openIn = (them: Record<string, any>): string[] =>
      KINDS.flatMap((kind) => (them[kind]?.adressegradering === OPEN ? canariesIn(them[kind]) : []));
    const isPlace = (one: string): boolean => KINDS.some((kind) => one.includes(`${kind}.`));
    let open = 0;
    fc.assert(
      fc.property(children.named('PersonDefinisjon'), (child) => {
        const isGraded = child.adressebeskyttelse !== undefined && child.adressebeskyttelse !== OPEN;
        const allowed = isGraded ? [] : [child, ...child.foreldreansvarlige].flatMap(openIn);
        open += allowed.length;
        const { person } = protectOppvekst(child, NOTHING);
        expect(new Set(canariesIn(person).filter(isPlace))).toEqual(new Set(allowed));
        const { raw, ...shown } = showChild(child, { ...NOTHING, raw: true }, START);
        expect(raw).toEqual(person);
        for (const place of canariesIn(shown).filter(isPlace)) expect(allowed).toContain(place);
        expect(JSON.stringify([person, shown])).not.toMatch(/ortrolig|klientadresse/);
      }),
      { numRuns: 200 },
    );
    expect(open).toBeGreaterThan(0);
  });

  it("is shown with parents, whatever KS' Oppvekst API says of them", () => {
    const children = new Arbitraries(readSpec('oppvekst')).named('PersonDefinisjon');
    fc.assert(
      fc.property(children, fc.boolean(), fc.boolean(), (child, addresses, grade) => {
        const shown = showChild(child, { addresses, grade, raw: false }, START);
        expect(shown.parents).toHaveLength(child.foreldreansvarlige.length);
        expect('graderingsnivaa' in shown).toBe(grade);
      }),
      { numRuns: 200 },
    );
  });
});
