import { currentOf, elementsOf, type Element, type PersonDocument } from './register.js';
import { invalidParameter } from './registerRefusal.js';
import { CONFIDENTIAL_STATUSES } from './view.js';

/** Whom a tailored extract is about, as it is ordered. */
type Order = Readonly<Record<string, unknown>>;

const STATUSES = ['aktiv', 'bosatt', 'utflyttet', 'doed', 'inaktiv'];

const oneOf = (...words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})$`);

const YEAR = /^\d{4}$/;
const MUNICIPALITY = /^\d{4}$/;

const FORMS: Readonly<Record<string, RegExp>> = {
  foedselsaarFraOgMed: YEAR,
  foedselsaarTilOgMed: YEAR,
  doedsaarFraOgMed: YEAR,
  doedsaarTilOgMed: YEAR,
  kjoenn: oneOf('kvinne', 'mann'),
  sivilstandstype: oneOf(
    'uoppgitt',
    'ugift',
    'gift',
    'enkeEllerEnkemann',
    'skilt',
    'separert',
    'registrertPartner',
    'separertPartner',
    'skiltPartner',
    'gjenlevendePartner',
  ),
  statsborgerskap: /^[A-Z]{3}$/,
};

const PART_OF_MUNICIPALITY: Readonly<Record<string, string>> = {
  bostedskommunenummer: 'bostedsadresse',
  oppholdskommunenummer: 'oppholdsadresse',
};

type Filter = (document: PersonDocument) => boolean;

/** @throws RegisterRefusal 400 for anything the order may not hold */
export const readTailoredOrder = (body: unknown): Filter => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalidParameter('the order is no object');
  const { personstatustyper, kommunenummer, ...rest } = body as Order;
  for (const [name, value] of Object.entries(rest)) {
    const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
    if (!form) throw invalidParameter('the order holds a criterion that does not exist');
    if (typeof value !== 'string' || !form.test(value)) throw invalidParameter(`${name} is not of its form`);
  }
  const filters = [
    statusFilter(personstatustyper),
    ...(kommunenummer === undefined ? [] : [municipality(kommunenummer)]),
  ];
  const asked = rest as Readonly<Record<string, string>>;
  return (document) => filters.every((fits) => fits(document)) && fitsAll(document, asked);
};

const statusFilter = (asked: unknown): Filter => {
  if (
    !Array.isArray(asked) ||
    asked.length === 0 ||
    !asked.every((one: unknown) => STATUSES.some((status) => status === one))
  ) {
    throw invalidParameter('personstatustyper must be a list of aktiv, bosatt, utflyttet, doed and inaktiv');
  }
  const collective = asked.includes('aktiv');
  return (document) =>
    currentOf(document, 'status').some(
      ({ status }) => asked.includes(status) || (collective && CONFIDENTIAL_STATUSES.has(status)),
    );
};

const municipality = (asked: unknown): Filter => {
  const [[name, wanted] = ['', ''], ...more] = Object.entries(asked as object) as [string, unknown][];
  const part = Object.hasOwn(PART_OF_MUNICIPALITY, name) ? PART_OF_MUNICIPALITY[name] : undefined;
  if (!part || more.length > 0 || typeof wanted !== 'string' || !MUNICIPALITY.test(wanted)) {
    throw invalidParameter('kommunenummer holds exactly one of bostedskommunenummer and oppholdskommunenummer');
  }
  return (document) => currentOf(document, part).some((address) => municipalityOf(address) === wanted);
};

/** Where an address is, whichever of its forms it has. */
export const municipalityOf = ({ vegadresse, matrikkeladresse, ukjentBosted }: Element): string | undefined =>
  (vegadresse as { kommunenummer: string } | undefined)?.kommunenummer ??
  (matrikkeladresse as { matrikkelnummer: { kommunenummer: string } } | undefined)?.matrikkelnummer.kommunenummer ??
  (ukjentBosted as { bostedskommune?: string } | undefined)?.bostedskommune;

const isWithin = (year: string | undefined, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined && until === undefined) ||
  (year !== undefined && year >= (from ?? year) && year <= (until ?? year));

const has = (document: PersonDocument, part: string, member: string, wanted: string | undefined): boolean =>
  wanted === undefined || currentOf(document, part).some((element) => element[member] === wanted);

const fitsAll = (document: PersonDocument, asked: Readonly<Record<string, string>>): boolean => {
  const died = elementsOf(document, 'doedsfall')[0]?.doedsdato;
  return (
    isWithin(
      currentOf(document, 'foedsel')[0]?.foedselsaar as string | undefined,
      asked.foedselsaarFraOgMed,
      asked.foedselsaarTilOgMed,
    ) &&
    isWithin((died as string | undefined)?.slice(0, 4), asked.doedsaarFraOgMed, asked.doedsaarTilOgMed) &&
    has(document, 'kjoenn', 'kjoenn', asked.kjoenn) &&
    has(document, 'sivilstand', 'sivilstand', asked.sivilstandstype) &&
    has(document, 'statsborgerskap', 'statsborgerskap', asked.statsborgerskap)
  );
};
