import { isOrganisationNumber } from '../identifiers.js';
import {
  ENVIRONMENTS,
  LANGUAGES,
  PARTIES,
  SERVICES,
  type Environment,
  type Language,
  type Organisation,
  type Party,
  type Service,
  type SetupOrder,
  type Text,
} from './order.js';
import { SetupProblem } from './problem.js';

/** What somebody has told so far. Every answer may be missing. */
export interface SetupAnswers {
  readonly for?: Party;
  readonly organisation?: string;
  readonly organisationNumber?: string;
  readonly municipality?: string;
  readonly municipalityNumber?: string;
  readonly services?: readonly Service[];
  readonly environment?: Environment;
  readonly language?: Language;
  readonly keyId?: string;
}

const SHORT_TEXT = { type: 'string', maxLength: 200 } as const;

/** The shape of answers that come as JSON. A key has no place in them, so one that is sent is refused. */
export const answersSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    for: { enum: PARTIES },
    organisation: SHORT_TEXT,
    organisationNumber: SHORT_TEXT,
    municipality: SHORT_TEXT,
    municipalityNumber: SHORT_TEXT,
    services: { type: 'array', uniqueItems: true, items: { enum: SERVICES } },
    environment: { enum: ENVIRONMENTS },
    language: { enum: LANGUAGES },
    keyId: SHORT_TEXT,
  },
} as const;

const PROBLEMS = {
  organisationNumber: {
    nb: 'Organisasjonsnummeret er ikke gyldig. Oppgi ni sifre slik de står i Enhetsregisteret.',
    en: 'The organisation number is not valid. Give nine digits as they stand in Enhetsregisteret.',
  },
  municipalityNumber: {
    nb: 'Kommunens organisasjonsnummer er ikke gyldig. Oppgi ni sifre slik de står i Enhetsregisteret.',
    en: "The municipality's organisation number is not valid. Give nine digits as they stand in Enhetsregisteret.",
  },
  sameNumber: {
    nb: 'Leverandøren og kommunen har samme organisasjonsnummer. Oppgi begge, eller sett opp for kommunen selv.',
    en: 'The supplier and the municipality have the same organisation number. Give both, or set up for the municipality itself.',
  },
  municipalityTwice: {
    nb: 'En kommune som setter opp for seg selv, har ingen egen kommune i tillegg. Oppgi den som organisasjonen, eller velg leverandør.',
    en: 'A municipality that sets up for itself has no municipality besides. Give it as the organisation, or choose supplier.',
  },
  services: {
    nb: 'Ingen tjeneste er valgt. Velg minst én.',
    en: 'No service is chosen. Choose at least one.',
  },
  keyId: {
    nb: 'Nøkkelens navn kan ikke brukes som nøkkel-id (kid). Bruk høyst 100 tegn: bokstavene a-z, sifre, punktum, understrek og bindestrek.',
    en: 'The name of the key cannot be its key id (kid). Use at most 100 characters: the letters a-z, digits, full stop, underscore and hyphen.',
  },
} as const satisfies Record<string, Text>;

const SUPPLIER_UNKNOWN: Organisation = { name: '[leverandørens navn]', number: '[leverandørens organisasjonsnummer]' };
const MUNICIPALITY_UNKNOWN: Organisation = { name: '[kommunens navn]', number: '[kommunens organisasjonsnummer]' };

export const isKeyId = (text: string): boolean => /^[\w.-]{1,100}$/.test(text);

const orderedServices = (asked: readonly Service[]): readonly Service[] =>
  SERVICES.filter((service) => asked.includes(service));

/** People write names over several lines and numbers in groups. */
const nameIn = (text = ''): string => text.replaceAll(/\s+/g, ' ').trim();
const numberIn = (text = ''): string => text.replaceAll(/\s/g, '');

const organisationFrom = (name: string, number: string, unknown: Organisation): Organisation => ({
  name: name || unknown.name,
  number: number || unknown.number,
});

/**
 * Fills in what is missing: a municipality, every service, the test environment, and placeholders.
 * @throws SetupProblem
 */
export const orderFrom = (answers: SetupAnswers): SetupOrder => {
  const { for: party = 'municipality', services = SERVICES, environment = 'test', language = 'nb' } = answers;
  const organisationNumber = numberIn(answers.organisationNumber);
  const municipality = nameIn(answers.municipality);
  const municipalityNumber = numberIn(answers.municipalityNumber);
  const keyId = nameIn(answers.keyId);

  const refuseIf = (wrong: boolean, problem: keyof typeof PROBLEMS): void => {
    if (wrong) throw new SetupProblem(PROBLEMS[problem], language);
  };
  refuseIf(organisationNumber !== '' && !isOrganisationNumber(organisationNumber), 'organisationNumber');
  refuseIf(municipalityNumber !== '' && !isOrganisationNumber(municipalityNumber), 'municipalityNumber');
  refuseIf(organisationNumber !== '' && organisationNumber === municipalityNumber, 'sameNumber');
  refuseIf(party === 'municipality' && municipality + municipalityNumber !== '', 'municipalityTwice');
  refuseIf(services.length === 0, 'services');
  refuseIf(keyId !== '' && !isKeyId(keyId), 'keyId');

  const forSupplier = party === 'supplier';
  const unknownOwner = forSupplier ? SUPPLIER_UNKNOWN : MUNICIPALITY_UNKNOWN;
  const organisation = organisationFrom(nameIn(answers.organisation), organisationNumber, unknownOwner);
  return {
    party,
    organisation,
    municipality: forSupplier ? organisationFrom(municipality, municipalityNumber, MUNICIPALITY_UNKNOWN) : organisation,
    services: orderedServices(services),
    environment,
    language,
    ...(keyId !== '' && { keyId }),
  };
};
