/**
 * From what a user knows of a person to what the register accepts (fact sheet folkeregister §3.3, §3.4). It refuses without a
 * word on what is wrong, so that is found out here.
 */
import { ServiceError } from '../http/serviceError';
import type { Criteria } from './client/searches';

interface Known {
  readonly navn: string | undefined;
  /** ISO 8601, Norwegian time. */
  readonly foedselsdato: string | undefined;
  readonly adressenavn: string | undefined;
  readonly husnummer: string | undefined;
  readonly postnummer: string | undefined;
  readonly soekFonetisk: boolean;
  readonly opplysningsgrunnlag: string;
}

export interface ExactlyKnown extends Known {
  readonly identifikasjonsnummer: string | undefined;
  readonly utenlandskpersonidentifikasjon: string | undefined;
  readonly legitimasjonsdokument: string | undefined;
  readonly dufNummer: string | undefined;
}

export interface GenerallyKnown extends Known {
  readonly kjoenn: string;
  readonly foedselsaarFraOgMed: number | undefined;
  readonly foedselsaarTilOgMed: number | undefined;
  readonly kommunenummer: string | undefined;
  readonly fylkesnummer: string | undefined;
  readonly inkluderOppholdsadresse: boolean;
  readonly inkluderDoede: boolean;
}

const invalid = (field: string, fault: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', fault, action, { service: 'folkeregister', field });

interface Form {
  readonly form: RegExp;
  readonly fault: string;
  readonly action: string;
}

const digits = (title: string, count: string, form: RegExp): Form => ({
  form,
  fault: `"${title}" is not ${count} digits.`,
  action: 'Write it with all its digits; a spreadsheet may have dropped a leading zero.',
});

const withCountry = (title: string): Form => ({
  form: /^[A-Z]{3}-\S.*$/,
  fault: `"${title}" does not begin with a country of three letters and a hyphen.`,
  action: 'Write it as in POL-123: the country, a hyphen and the number.',
});

/** What the register wants each to look like. */
const FORMS: Readonly<Record<string, Form>> = {
  adressenavn: {
    form: /^.{3}/su,
    fault: '"Street" is shorter than three characters.',
    action: 'Give at least the first three characters of the name of the street.',
  },
  postnummer: digits('Postal Code', 'four', /^\d{4}$/),
  kommunenummer: digits('Municipality Number', 'four', /^\d{4}$/),
  bostedskommunenummer: digits('Municipality of Residence', 'four', /^\d{4}$/),
  oppholdskommunenummer: digits('Municipality of Stay', 'four', /^\d{4}$/),
  fylkesnummer: digits('County Number', 'two', /^\d{2}$/),
  statsborgerskap: {
    form: /^[A-Z]{3}$/,
    fault: '"Citizenship" is not a country of three letters.',
    action: 'Write the country as the register does, such as NOR or POL.',
  },
  utenlandskpersonidentifikasjon: withCountry('Foreign Identity Number'),
  legitimasjonsdokument: withCountry('Identity Document'),
  utlendingsmyndighetenesidentifikasjonsnummer: digits('DUF Number', 'twelve', /^\d{12}$/),
};

const FIELD_OF: Readonly<Record<string, string>> = { utlendingsmyndighetenesidentifikasjonsnummer: 'dufNummer' };

/**
 * The same criteria, each of the form the register wants.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const checked = (criteria: Criteria): Criteria => {
  for (const [name, { form, fault, action }] of Object.entries(FORMS)) {
    const value = criteria[name];
    if (value !== undefined && !form.test(String(value))) throw invalid(FIELD_OF[name] ?? name, fault, action);
  }
  if (criteria.husnummer !== undefined && criteria.adressenavn === undefined) {
    throw invalid(
      'adressenavn',
      '"House Number" is given without "Street".',
      'Give the name of the street too, or leave the number out.',
    );
  }
  return criteria;
};

/** The register wants the day alone, without hyphens. */
const dayOf = (moment: string | undefined): string | undefined => moment?.slice(0, 10).replaceAll('-', '');

/** Sent only where it is wanted: what is left out is the register's default. */
const whenOn = (flag: boolean): true | undefined => flag || undefined;

const common = (known: Known): Criteria => ({
  navn: known.navn,
  foedselsdato: dayOf(known.foedselsdato),
  adressenavn: known.adressenavn,
  husnummer: known.husnummer?.replace(/\s/g, ''),
  postnummer: known.postnummer,
  soekFonetisk: whenOn(known.soekFonetisk),
  opplysningsgrunnlag: known.opplysningsgrunnlag === 'historisk' ? 'historisk' : undefined,
});

/** Each of these beside a name gives the right to a hit. */
const ENOUGH_WITH_NAME = [
  'identifikasjonsnummer',
  'foedselsdato',
  'adressenavn',
  'postnummer',
  'utenlandskpersonidentifikasjon',
  'legitimasjonsdokument',
  'utlendingsmyndighetenesidentifikasjonsnummer',
];

const countryFirst = (text: string | undefined): string | undefined =>
  text?.replace(/\s+/g, '').replace(/^[a-z]{3}(?=-)/i, (country) => country.toUpperCase());

/**
 * What finds one person: a name, and at least one thing more.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const exactCriteria = (known: ExactlyKnown): Criteria => {
  const criteria: Criteria = {
    ...common(known),
    identifikasjonsnummer: known.identifikasjonsnummer,
    utenlandskpersonidentifikasjon: countryFirst(known.utenlandskpersonidentifikasjon),
    legitimasjonsdokument: countryFirst(known.legitimasjonsdokument),
    utlendingsmyndighetenesidentifikasjonsnummer: known.dufNummer?.replace(/\s/g, ''),
  };
  if ((known.navn ?? '').trim().split(/\s+/).length < 2) {
    throw invalid(
      'navn',
      '"Name" has no given name and family name.',
      'Write at least two whole words, a given name first and a family name last.',
    );
  }
  if (ENOUGH_WITH_NAME.every((name) => criteria[name] === undefined)) {
    throw invalid(
      'foedselsdato',
      'A name alone gives no right to a hit in Folkeregisteret.',
      'Give one thing more: date of birth, street and house number, postal code, an identity number, a foreign number, an identity document or a DUF number.',
    );
  }
  return checked(criteria);
};

/**
 * What finds everyone who fits.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const searchCriteria = (known: GenerallyKnown): Criteria => {
  const narrowing: Criteria = {
    ...common(known),
    kjoenn: known.kjoenn === 'alle' ? undefined : known.kjoenn,
    foedselsaarFraOgMed: known.foedselsaarFraOgMed,
    foedselsaarTilOgMed: known.foedselsaarTilOgMed,
    kommunenummer: known.kommunenummer,
    fylkesnummer: known.fylkesnummer,
  };
  const { soekFonetisk: _manner, opplysningsgrunnlag: _basis, ...asked } = narrowing;
  if (Object.values(asked).every((value) => value === undefined)) {
    throw invalid(
      'navn',
      'The search has nothing to search for.',
      'Give at least one criterion, such as a name or a place.',
    );
  }
  return checked({
    ...narrowing,
    inkluderOppholdsadresse: whenOn(known.inkluderOppholdsadresse),
    inkluderDoede: whenOn(known.inkluderDoede),
  });
};
