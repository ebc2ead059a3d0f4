/**
 * What a simplified person is made of: current values, each told when the register was asked for its part (fact sheet
 * folkeregister §5).
 */
import type { Json, JsonObject } from '../../operations/operation';
import { allCurrent, currentOf, type Folkeregisterperson } from '../model';
import { choosePostalAddress, POSTAL_ORDER } from '../postalAddress';
import { ADDRESS_KINDS, addressesOf } from './addresses';
import { ageGroupOf } from './age';
import { formerNumbersOf, nameOf } from './identity';
import { showEstateContact, showFamily, showGuardians, showResponsibilities } from './relations';

export interface Reading {
  readonly nowMs: number;
  /** Every part by its own name, and `historikk` where what is no longer valid was asked for too. */
  readonly asked: ReadonlySet<string>;
  /** Whether the grades of addresses are told. */
  readonly grade: boolean;
}

interface ResultField {
  readonly name: string;
  /** Told where any of these was asked for. */
  readonly parts: readonly string[];
  readonly of: (person: Folkeregisterperson, reading: Reading) => Json;
}

const field = (name: string, parts: readonly string[], of: ResultField['of']): ResultField => ({ name, parts, of });

/** Null for each that the entry lacks, and for all where there is no entry. */
const pick = (entry: Readonly<Record<string, unknown>> | undefined, ...names: readonly string[]): JsonObject | null =>
  entry ? Object.fromEntries(names.map((name) => [name, (entry[name] as Json) ?? null])) : null;

const METADATA: ReadonlySet<string> = new Set([
  'erGjeldende',
  'ajourholdstidspunkt',
  'gyldighetstidspunkt',
  'opphoerstidspunkt',
  'kilde',
  'aarsak',
]);

const isFields = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const withoutMetadata = (entry: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !METADATA.has(name)));

/** Parts that few flows need, as they are but without the register's metadata. */
const asItIs = (part: string): ResultField =>
  field(part, [part], (person) => {
    const entries = [person[part] ?? []].flat().filter(isFields);
    const current = entries.filter(({ erGjeldende }) => erGjeldende !== false);
    return current.length > 0 ? current.map(withoutMetadata) : null;
  });

export const RESULT_FIELDS: readonly ResultField[] = [
  field(
    'identifikatortype',
    ['identifikasjonsnummer'],
    (person) => currentOf(person.identifikasjonsnummer)?.identifikatortype ?? null,
  ),
  field('formerNumbers', ['historikk'], formerNumbersOf),
  field(
    'identityBasis',
    ['identitetsgrunnlag'],
    (person) => currentOf(person.identitetsgrunnlag)?.identitetsgrunnlagstatus ?? null,
  ),
  field('name', ['navn'], (person) => nameOf(person) ?? null),
  field('nameParts', ['navn'], (person) =>
    pick(currentOf(person.navn), 'fornavn', 'mellomnavn', 'etternavn', 'forkortetNavn'),
  ),
  field('personStatus', ['status'], (person) => currentOf(person.status)?.status ?? null),
  field('death', ['doedsfall'], ({ doedsfall }) => pick(doedsfall, 'doedsdato')),
  field('ageGroup', ['foedsel'], (person, { nowMs }) => ageGroupOf(person, nowMs)),
  field('birth', ['foedsel'], (person) =>
    pick(currentOf(person.foedsel), 'foedselsdato', 'foedselsaar', 'foedested', 'foedekommuneINorge', 'foedeland'),
  ),
  field('gender', ['kjoenn'], (person) => currentOf(person.kjoenn)?.kjoenn ?? null),
  field('citizenships', ['statsborgerskap'], (person) =>
    allCurrent(person.statsborgerskap).flatMap(({ statsborgerskap }) => statsborgerskap ?? []),
  ),
  field('civilStatus', ['sivilstand'], (person) =>
    pick(currentOf(person.sivilstand), 'sivilstand', 'sivilstandsdato', 'relatertVedSivilstand'),
  ),
  field('postalAddress', POSTAL_ORDER, (person) => choosePostalAddress(person) ?? null),
  field('addresses', ADDRESS_KINDS, (person, { asked, grade }) => addressesOf(person, asked, grade)),
  field('family', ['familierelasjon'], showFamily),
  field('parentalResponsibility', ['foreldreansvar'], showResponsibilities),
  field('guardianships', ['vergemaalEllerFremtidsfullmakt'], showGuardians),
  field('estateContact', ['kontaktinformasjonForDoedsbo'], showEstateContact),
  ...[
    'rettsligHandleevne',
    'falskIdentitet',
    'legitimasjonsdokument',
    'utenlandskPersonidentifikasjon',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    'innflytting',
    'utflytting',
    'foedselINorge',
    'opphold',
    'oppholdPaaSvalbard',
    'bibehold',
    'brukAvSamiskSpraak',
    'forholdTilSametingetsValgmanntall',
  ].map(asItIs),
];
