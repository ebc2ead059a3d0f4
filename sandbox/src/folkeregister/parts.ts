/** What the register returns when no part is asked for. */
const PERSON_BASIS = [
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'status',
  'doedsfall',
  'sivilstand',
  'foedsel',
  'statsborgerskap',
  'kjoenn',
  'navn',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
  'kontaktinformasjonForDoedsbo',
] as const;

const EXTENDED_IDENTITY = ['falskIdentitet', 'legitimasjonsdokument', 'utenlandskPersonidentifikasjon'] as const;

const OUTSIDE_ALL_COLLECTIONS = [
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'innflytting',
  'utflytting',
  'foedselINorge',
  'opphold',
  'oppholdPaaSvalbard',
  'rettsligHandleevne',
  'bibehold',
  'brukAvSamiskSpraak',
  'forholdTilSametingetsValgmanntall',
  'preferertKontaktadresse',
] as const;

const HISTORY = 'historikk';

/** Which parts exist in a rights package, and what its collective names stand for. */
export interface PartCatalog {
  readonly parts: ReadonlySet<string>;
  readonly collections: Readonly<Record<string, readonly string[]>>;
  readonly basis: readonly string[];
}

const catalog = (collections: Readonly<Record<string, readonly string[]>>, single: readonly string[]): PartCatalog => ({
  collections: { 'person-basis': PERSON_BASIS, ...collections },
  parts: new Set([...PERSON_BASIS, ...Object.values(collections).flat(), ...single]),
  basis: PERSON_BASIS,
});

export const PARTS_WITH_LEGAL_BASIS = catalog(
  {
    'identitetsgrunnlag-utvidet': EXTENDED_IDENTITY,
    'relasjon-utvidet': ['familierelasjon', 'foreldreansvar', 'vergemaalEllerFremtidsfullmakt'],
  },
  OUTSIDE_ALL_COLLECTIONS,
);

export const PARTS_WITHOUT_LEGAL_BASIS = catalog({ 'relasjon-utvidet': ['vergemaalEllerFremtidsfullmakt'] }, []);

export const PARTS_FOR_EID = catalog({ 'identitetsgrunnlag-utvidet': EXTENDED_IDENTITY }, []);

const NUMBER = 'identifikasjonsnummer';

/** For those who get to know persons without their numbers. */
export const withoutNumber = ({ parts, collections, basis }: PartCatalog): PartCatalog => {
  const rest = (names: readonly string[]) => names.filter((name) => name !== NUMBER);
  return {
    parts: new Set(rest([...parts])),
    collections: Object.fromEntries(Object.entries(collections).map(([name, names]) => [name, rest(names)])),
    basis: rest(basis),
  };
};

/** The documentation spells this one with a capital. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = { RettsligHandleevne: 'rettsligHandleevne' };

export interface PartSelection {
  readonly parts: ReadonlySet<string>;
  readonly history: boolean;
  /** No part was named, so that person-basis is meant. */
  readonly implied: boolean;
}

/** Expands what was asked for; an unknown name gives the name back instead. */
export const selectParts = (
  asked: readonly string[],
  { parts, collections, basis }: PartCatalog,
): PartSelection | { readonly unknownPart: string } => {
  const history = asked.includes(HISTORY);
  const data = asked.filter((name) => name !== HISTORY).map((name) => OTHER_SPELLINGS[name] ?? name);
  const unknownPart = data.find((name) => !parts.has(name) && !Object.hasOwn(collections, name));
  if (unknownPart !== undefined) return { unknownPart };
  const implied = data.length === 0;
  const expanded = implied ? basis : data.flatMap((name) => collections[name] ?? [name]);
  return { parts: new Set(expanded), history, implied };
};
