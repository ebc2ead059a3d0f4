/**
 * What may be told of a person who is protected: who it is and who belongs to whom, never where (fact sheet folkeregister
 * §5.1, §9). A list of what is kept, so that a part or a member that is new to us is not shown because nobody knew it.
 */
const NAME = ['fornavn', 'mellomnavn', 'etternavn'];
const NUMBER = ['foedselsEllerDNummer', 'identifikatortype'];
const UNNUMBERED = [...NAME, 'navn', 'personnavn', 'foedselsdato', 'kjoenn', 'statsborgerskap'];

/** What the register knows about every entry. */
const METADATA = [
  'erGjeldende',
  'ajourholdstidspunkt',
  'gyldighetstidspunkt',
  'opphoerstidspunkt',
  'kilde',
  'aarsak',
] as const;

/** By part, the members that are kept at whatever depth. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  identifikasjonsnummer: [...NUMBER, 'status'],
  // The second is its name in events.
  identitetsgrunnlag: ['identitetsgrunnlagstatus', 'legitimasjonskontroll'],
  status: ['status'],
  doedsfall: ['doedsdato'],
  // Not where in Norway: that is where the mother lived, and of an infant often where both are now.
  foedsel: ['foedselsdato', 'foedselsaar', 'foedeland'],
  kjoenn: ['kjoenn'],
  statsborgerskap: ['statsborgerskap', 'ervervsdato'],
  navn: [...NAME, 'forkortetNavn', 'originaltNavn'],
  sivilstand: ['sivilstand', 'sivilstandsdato', 'relatertVedSivilstand'],
  familierelasjon: [
    'relatertPerson',
    'relatertPersonUtenFolkeregisteridentifikator',
    'relatertPersonsRolle',
    'minRolleForPerson',
    ...UNNUMBERED,
  ],
  foreldreansvar: [
    'ansvar',
    'ansvarlig',
    'ansvarligOrganisasjon',
    'ansvarligUtenIdentifikator',
    'ansvarssubjekt',
    'ansvarssubjektUtenIdentifikator',
    ...UNNUMBERED,
  ],
  // Not `embete`: whose office it is tells the county.
  vergemaalEllerFremtidsfullmakt: [
    'vergemaaltype',
    'verge',
    'foedselsEllerDNummer',
    'navnFoedselsdato',
    'omfang',
    'omfangetErInnenPersonligOmraade',
    'tjenesteomraade',
    'vergeTjenestevirksomhet',
    'vergeTjenesteoppgave',
    ...UNNUMBERED,
  ],
  rettsligHandleevne: ['rettsligHandleevneomfang'],
  kontaktinformasjonForDoedsbo: [
    'skifteform',
    'attestutstedelsesdato',
    'person',
    'advokat',
    'organisasjon',
    'foedselsEllerDNummer',
    'organisasjonsnavn',
    'organisasjonsnummer',
    'kontaktpersonnavn',
    ...UNNUMBERED,
  ],
  // What KS' Oppvekst API calls them (fact sheet fiks-platform §5.2).
  foedselsdato: [],
  personstatus: [],
  foreldreansvarstype: [],
  familierelasjoner: ['familierelasjonPerson', 'familierelasjonRolle'],
  foreldreansvarlige: [...NUMBER, ...UNNUMBERED, 'ansvar', 'identifikasjonsnummer', 'personstatus', 'foedsel'],
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const keepMembers = (value: unknown, members: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => keepMembers(one, members));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (members.has(name) ? [[name, keepMembers(inner, members)]] : [])),
  );
};

const members = new Map(Object.entries(PARTS).map(([part, own]) => [part, new Set([...METADATA, ...own])]));

/** A part of a protected person without any place in it; undefined where nothing of it may be told. */
export const withoutPlace = (part: string, value: unknown): unknown => {
  const kept = members.get(part);
  return kept && keepMembers(value, kept);
};
