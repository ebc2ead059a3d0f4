import { createHash } from 'node:crypto';
import type { Element, Persona, PersonDocument } from '../register.js';

/** Something that came to hold on a day. */
interface Dated {
  /** YYYY-MM-DD */
  readonly since: string;
  /** No longer so, and not replaced. */
  readonly until?: string;
  /** Replaced by something later. */
  readonly former?: true;
}

/** What an entry says besides. */
interface Entry extends Dated {
  readonly [member: string]: unknown;
}

interface Address extends Entry {
  /** `ugradert` when left out. */
  readonly adressegradering?: string;
}

/** Who a related person is to this one, and the other way round. */
interface Relation {
  readonly to: string;
  readonly theyAre: string;
  readonly iAm: string;
  /** Birth when left out. */
  readonly since?: string;
}

/** What the register knows of a person, in few words: all that is not said holds from birth. */
export interface Described {
  readonly number: string;
  /** Numbers that are no longer in use, the latest first. */
  readonly formerNumbers?: readonly { readonly number: string; readonly since: string }[];
  /** When the current number was given; birth when left out. */
  readonly numberSince?: string;
  readonly born: string;
  readonly gender: 'kvinne' | 'mann';
  readonly name: string;
  readonly formerName?: { readonly name: string; readonly since: string };
  /** When the current name was taken; birth when left out. */
  readonly nameSince?: string;
  readonly status?: Entry & { readonly status: string };
  readonly sivilstand?: Entry & { readonly sivilstand: string; readonly relatertVedSivilstand?: string };
  readonly statsborgerskap?: string;
  readonly bosted?: readonly Address[];
  readonly opphold?: Address;
  readonly deltBosted?: Address;
  readonly post?: Address;
  readonly postAbroad?: Address;
  readonly protection?: Entry & { readonly graderingsnivaa: string };
  readonly died?: string;
  readonly estate?: Entry;
  readonly family?: readonly Relation[];
  readonly foreldreansvar?: readonly Element[];
  readonly guardian?: Entry;
  /** Parts that few have. */
  readonly more?: Readonly<Record<string, readonly Entry[]>>;
  readonly falskIdentitet?: Entry;
}

/** A described person, and what somebody is there for. */
export interface NewPerson extends Described {
  readonly slug: string;
  readonly special: string;
}

const offsetOf = (day: string): string => (/-(?:0[4-9]|10)-/.test(day) ? '+02:00' : '+01:00');

const stampsMade = new Map<string, { readonly ajourholdstidspunkt: string; readonly gyldighetstidspunkt: string }>();

/** When something that holds since a day was registered. The days of many persons are the same few thousand. */
const stampsOf = (since: string) => {
  const made = stampsMade.get(since);
  if (made) return made;
  const offset = offsetOf(since);
  const stamps = {
    ajourholdstidspunkt: `${since}T09:14:27.431902${offset}`,
    gyldighetstidspunkt: `${since}T00:00:00${offset}`,
  };
  stampsMade.set(since, stamps);
  return stamps;
};

/** What the register knows about every entry. */
const entry = ({ since, until, former, ...content }: Entry): Element => ({
  ajourholdstidspunkt: stampsOf(since).ajourholdstidspunkt,
  erGjeldende: until === undefined && !former,
  kilde: 'KONSTRUERT',
  gyldighetstidspunkt: stampsOf(since).gyldighetstidspunkt,
  ...(until !== undefined && { opphoerstidspunkt: `${until}T00:00:00${offsetOf(until)}` }),
  ...content,
});

/** The first digit of a D-number is four higher than that of any day. */
const isDNumber = (number: string): boolean => number >= '4';

const numberEntry = (number: string, status: string, dated: Dated): Element =>
  entry({
    ...dated,
    status,
    foedselsEllerDNummer: number,
    identifikatortype: isDNumber(number) ? 'dNummer' : 'foedselsnummer',
  });

const nameEntry = (name: string, dated: Dated): Element => {
  const [fornavn, ...rest] = name.split(' ');
  const etternavn = rest.pop();
  return entry({ ...dated, fornavn, ...(rest.length > 0 && { mellomnavn: rest.join(' ') }), etternavn });
};

const addressEntry = (address: Address): Element => entry({ adressegradering: 'ugradert', ...address });

const list = (elements: readonly (Element | undefined)[]): readonly Element[] | undefined => {
  const present = elements.filter((element) => element !== undefined);
  return present.length === 0 ? undefined : present;
};

const entries = (...dated: readonly (Entry | undefined)[]) => list(dated.map((one) => one && entry(one)));

const addresses = (...those: readonly (Address | undefined)[]) => list(those.map((one) => one && addressEntry(one)));

export const documentOf = (person: Described): PersonDocument => {
  const { born, number, formerName, formerNumbers = [] } = person;
  const sinceBirth = { since: born };
  const parts: Record<string, Element | readonly Element[] | undefined> = {
    falskIdentitet: person.falskIdentitet && entry(person.falskIdentitet),
    identifikasjonsnummer: [
      numberEntry(number, 'iBruk', { since: person.numberSince ?? born }),
      ...formerNumbers.map((one) => numberEntry(one.number, 'opphoert', { since: one.since, former: true })),
    ],
    status: entries(person.status ?? { ...sinceBirth, status: isDNumber(number) ? 'midlertidig' : 'bosatt' }),
    kjoenn: entries({ ...sinceBirth, kjoenn: person.gender }),
    foedsel: entries({ ...sinceBirth, foedselsdato: born, foedselsaar: born.slice(0, 4), foedeland: 'NOR' }),
    doedsfall: person.died === undefined ? undefined : entry({ since: person.died, doedsdato: person.died }),
    familierelasjon: list(
      (person.family ?? []).map(({ to, theyAre, iAm, since = born }) =>
        entry({ since, relatertPerson: to, relatertPersonsRolle: theyAre, minRolleForPerson: iAm }),
      ),
    ),
    sivilstand: entries(person.sivilstand ?? { ...sinceBirth, sivilstand: 'ugift' }),
    navn: list([
      nameEntry(person.name, { since: person.nameSince ?? born }),
      formerName && nameEntry(formerName.name, { since: formerName.since, former: true }),
    ]),
    adressebeskyttelse: entries(person.protection),
    bostedsadresse: addresses(...(person.bosted ?? [])),
    oppholdsadresse: addresses(person.opphold),
    deltBosted: addresses(person.deltBosted),
    postadresse: addresses(person.post),
    postadresseIUtlandet: addresses(person.postAbroad),
    kontaktinformasjonForDoedsbo: entries(person.estate),
    foreldreansvar: list((person.foreldreansvar ?? []).map((one) => entry({ ...sinceBirth, ...one }))),
    statsborgerskap: entries({ ...sinceBirth, statsborgerskap: person.statsborgerskap ?? 'NOR' }),
    vergemaalEllerFremtidsfullmakt: entries(person.guardian),
    ...Object.fromEntries(Object.entries(person.more ?? {}).map(([part, those]) => [part, those.map(entry)])),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, content]) => content !== undefined)) as PersonDocument;
};

export const newPerson = (person: NewPerson): Persona => ({
  slug: person.slug,
  tittel: person.special,
  foedselsEllerDNummer: person.number,
  historiskeIdentifikatorer: (person.formerNumbers ?? []).map(({ number }) => number),
  persondokument: createHash('md5').update(`current ${person.number}`).digest('hex'),
  folkeregisterperson: documentOf(person),
});
