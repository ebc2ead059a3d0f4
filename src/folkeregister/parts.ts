/**
 * What the register can be asked for about a person (fact sheet folkeregister §5.1, §6).
 */
import type { Choice, Text } from '../operations/field';

type Row = readonly [name: string, label: Text, help: Text];

const row = (name: string, [en, nb]: readonly [string, string], [helpEn, helpNb]: readonly [string, string]): Row => [
  name,
  { en, nb },
  { en: helpEn, nb: helpNb },
];

const PERSON_BASIS: readonly Row[] = [
  row('navn', ['Name', 'Navn'], ['Given, middle and family name', 'Fornavn, mellomnavn og etternavn']),
  row(
    'identifikasjonsnummer',
    ['Identity Number', 'Identifikasjonsnummer'],
    [
      'Fødselsnummer or D-number that is valid now; comes along whatever is asked',
      'Fødselsnummer eller D-nummer som gjelder nå; følger alltid med',
    ],
  ),
  row(
    'identitetsgrunnlag',
    ['Basis of Identity', 'Identitetsgrunnlag'],
    ['Whether the identity has been controlled', 'Om identiteten er kontrollert'],
  ),
  row(
    'status',
    ['Person Status', 'Personstatus'],
    ['Resident, emigrated, dead and so on', 'Bosatt, utflyttet, død og så videre'],
  ),
  row('doedsfall', ['Death', 'Dødsfall'], ['Date of death', 'Dødsdato']),
  row('foedsel', ['Birth', 'Fødsel'], ['Date and place of birth', 'Fødselsdato og fødested']),
  row(
    'sivilstand',
    ['Civil Status', 'Sivilstand'],
    ['Married, divorced and so on, since when and with whom', 'Gift, skilt og så videre, fra når og med hvem'],
  ),
  row('statsborgerskap', ['Citizenship', 'Statsborgerskap'], ['Of one or more countries', 'I ett eller flere land']),
  row('kjoenn', ['Sex', 'Kjønn'], ['As registered', 'Slik det er registrert']),
  row('bostedsadresse', ['Residential Address', 'Bostedsadresse'], ['Where the person lives', 'Der personen bor']),
  row(
    'oppholdsadresse',
    ['Address of Stay', 'Oppholdsadresse'],
    ['Where the person stays without having moved', 'Der personen oppholder seg uten å ha flyttet'],
  ),
  row(
    'deltBosted',
    ['Shared Residence', 'Delt bosted'],
    [
      'The other home of a child who lives with both parents',
      'Det andre hjemmet til et barn som bor hos begge foreldrene',
    ],
  ),
  row(
    'postadresse',
    ['Postal Address', 'Postadresse'],
    ['Where the person has asked to have post in Norway', 'Der personen har bedt om å få post i Norge'],
  ),
  row(
    'postadresseIUtlandet',
    ['Postal Address Abroad', 'Postadresse i utlandet'],
    ['Where the person has asked to have post abroad', 'Der personen har bedt om å få post i utlandet'],
  ),
  row(
    'adressebeskyttelse',
    ['Address Protection', 'Adressebeskyttelse'],
    [
      'Comes along with every address; the result has only a flag',
      'Følger med enhver adresse; resultatet har bare et flagg',
    ],
  ),
  row(
    'kontaktinformasjonForDoedsbo',
    ['Contact of the Estate', 'Kontaktinformasjon for dødsbo'],
    ['Who answers for the estate of a dead person', 'Hvem som svarer for dødsboet etter en død person'],
  ),
];

const EXTENDED_IDENTITY: readonly Row[] = [
  row(
    'falskIdentitet',
    ['False Identity', 'Falsk identitet'],
    ['That an identity was false', 'At en identitet var falsk'],
  ),
  row(
    'legitimasjonsdokument',
    ['Identity Document', 'Legitimasjonsdokument'],
    ['Passport or other document, with its number', 'Pass eller annet dokument, med nummeret'],
  ),
  row(
    'utenlandskPersonidentifikasjon',
    ['Foreign Identity Number', 'Utenlandsk personidentifikasjon'],
    ['The number the person has in another country', 'Nummeret personen har i et annet land'],
  ),
];

const EXTENDED_RELATIONS: readonly Row[] = [
  row(
    'familierelasjon',
    ['Family', 'Familierelasjon'],
    ['Parents, children and spouse, by number', 'Foreldre, barn og ektefelle, med nummer'],
  ),
  row(
    'foreldreansvar',
    ['Parental Responsibility', 'Foreldreansvar'],
    [
      'Who has it for the person, or for whom the person has it',
      'Hvem som har det for personen, eller for hvem personen har det',
    ],
  ),
  row(
    'vergemaalEllerFremtidsfullmakt',
    ['Guardianship', 'Vergemål eller fremtidsfullmakt'],
    ['Who is guardian, and for what', 'Hvem som er verge, og for hva'],
  ),
];

const OTHERS: readonly Row[] = [
  row(
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    ['DUF Number', 'DUF-nummer'],
    ["The immigration authorities' number", 'Utlendingsmyndighetenes nummer'],
  ),
  row('innflytting', ['Immigration', 'Innflytting'], ['From which country', 'Fra hvilket land']),
  row('utflytting', ['Emigration', 'Utflytting'], ['To which country, and when', 'Til hvilket land, og når']),
  row(
    'foedselINorge',
    ['Birth in Norway', 'Fødsel i Norge'],
    ['Hospital, and the order of twins', 'Sykehus, og rekkefølgen av tvillinger'],
  ),
  row(
    'opphold',
    ['Residence Permit', 'Oppholdstillatelse'],
    ['Kind of permit, and how long', 'Slags tillatelse, og hvor lenge'],
  ),
  row(
    'oppholdPaaSvalbard',
    ['Stay on Svalbard', 'Opphold på Svalbard'],
    ['From when, and how long', 'Fra når, og hvor lenge'],
  ),
  row(
    'rettsligHandleevne',
    ['Legal Capacity', 'Rettslig handleevne'],
    ['That a court has limited it', 'At en domstol har begrenset den'],
  ),
  row(
    'bibehold',
    ['Retained Citizenship', 'Bibehold av statsborgerskap'],
    ['Whether Norwegian citizenship is kept', 'Om norsk statsborgerskap er beholdt'],
  ),
  row(
    'brukAvSamiskSpraak',
    ['Use of Sami Language', 'Bruk av samisk språk'],
    ['Northern, Southern or Lule Sami', 'Nordsamisk, sørsamisk eller lulesamisk'],
  ),
  row(
    'forholdTilSametingetsValgmanntall',
    ["Sámediggi's Electoral Roll", 'Forhold til Sametingets valgmanntall'],
    ['Whether the person is on it', 'Om personen er innmeldt'],
  ),
  row(
    'preferertKontaktadresse',
    ['Preferred Contact Address', 'Preferert kontaktadresse'],
    ['Being withdrawn from the register', 'Er på vei ut av registeret'],
  ),
];

const namesOf = (rows: readonly Row[]): readonly string[] => rows.map(([name]) => name);

/** Names the register has for several parts at once. */
const COLLECTIONS: Readonly<Record<string, readonly string[]>> = {
  'person-basis': namesOf(PERSON_BASIS),
  'identitetsgrunnlag-utvidet': namesOf(EXTENDED_IDENTITY),
  'relasjon-utvidet': namesOf(EXTENDED_RELATIONS),
};

const COLLECTION_ROWS: readonly Row[] = [
  row(
    'person-basis',
    ['All of Person Basis', 'Hele person-basis'],
    [
      'Name, numbers, status, birth, addresses and the rest of the first sixteen',
      'Navn, nummer, status, fødsel, adresser og resten av de seksten første',
    ],
  ),
  row(
    'identitetsgrunnlag-utvidet',
    ['All of Extended Identity', 'Hele utvidet identitetsgrunnlag'],
    [
      'False identity, identity documents and foreign numbers',
      'Falsk identitet, legitimasjonsdokumenter og utenlandske nummer',
    ],
  ),
  row(
    'relasjon-utvidet',
    ['All of Extended Relations', 'Hele utvidet relasjon'],
    ['Family, parental responsibility and guardianship', 'Familie, foreldreansvar og vergemål'],
  ),
];

const ROWS = [...PERSON_BASIS, ...EXTENDED_IDENTITY, ...EXTENDED_RELATIONS, ...OTHERS];

/** Adds what is no longer valid to the parts asked for; alone its meaning is not documented. */
export const HISTORY = 'historikk';

/** Of single parts. */
export const PART_NAMES = namesOf(ROWS);

export const isPart = (name: string): boolean => name === HISTORY || PART_NAMES.includes(name);

/** What a collective name stands for; any other stands for itself. */
export const membersOf = (name: string): readonly string[] => COLLECTIONS[name] ?? [name];

export const isCollection = (name: string): boolean => name in COLLECTIONS;

/** The register's own name stands beside ours, for agreements and refusals speak of parts by that. */
export const PARTS: readonly Choice[] = [...ROWS, ...COLLECTION_ROWS].map(([value, { en, nb }, help]) => ({
  value,
  label: { en: `${en} (${value})`, nb: `${nb} (${value})` },
  help,
}));
