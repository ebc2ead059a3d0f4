/**
 * What a user can ask Folkeregisteret for.
 */
import type {
  BooleanField,
  Choice,
  ChoiceField,
  ChoicesField,
  ChoicesFromField,
  IdentifierField,
} from '../operations/field';
import { defineOperation, type JsonObject, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { ADDRESS_PARTS, showProtected, withholdProtected } from './adressebeskyttelse';
import { BULK_LIMIT, type Ask } from './client';
import { lookUp } from './lookUp';
import type { PersonDocument } from './model';
import { currentNumberOf, simplify } from './simplify';

const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Fødselsnummer or D-number, 11 digits. An old number finds the person too; the result has the number that is valid now.',
    nb: 'Fødselsnummer eller D-nummer, 11 siffer. Et gammelt nummer finner også personen; resultatet har det nummeret som gjelder nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

const part = (value: string, en: string, nb: string): Choice => ({ value, label: { en, nb } });

/** The parts of person-basis (fact sheet folkeregister §6). `identifikasjonsnummer` comes along whatever is asked. */
const PARTS = [
  part('navn', 'Name (navn)', 'Navn'),
  part('status', 'Person status (status)', 'Personstatus'),
  part('foedsel', 'Birth (foedsel)', 'Fødsel'),
  part('bostedsadresse', 'Residential address (bostedsadresse)', 'Bostedsadresse'),
  part('oppholdsadresse', 'Address of stay (oppholdsadresse)', 'Oppholdsadresse'),
  part('postadresse', 'Postal address (postadresse)', 'Postadresse'),
  part('postadresseIUtlandet', 'Postal address abroad (postadresseIUtlandet)', 'Postadresse i utlandet'),
  part('deltBosted', 'Shared residence of a child (deltBosted)', 'Delt bosted'),
  part('adressebeskyttelse', 'Address protection (adressebeskyttelse)', 'Adressebeskyttelse'),
  part('doedsfall', 'Death (doedsfall)', 'Dødsfall'),
  part(
    'kontaktinformasjonForDoedsbo',
    'Contact of the estate (kontaktinformasjonForDoedsbo)',
    'Kontaktinformasjon for dødsbo',
  ),
  part('sivilstand', 'Civil status (sivilstand)', 'Sivilstand'),
  part('statsborgerskap', 'Citizenship (statsborgerskap)', 'Statsborgerskap'),
  part('kjoenn', 'Sex (kjoenn)', 'Kjønn'),
  part('identitetsgrunnlag', 'Basis of identity (identitetsgrunnlag)', 'Identitetsgrunnlag'),
];

/** What the simplified result is made of, and no more. */
const DEFAULT_PARTS = [
  'navn',
  'status',
  'foedsel',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
];

const parts = {
  kind: 'choices',
  name: 'parts',
  label: { en: 'Parts', nb: 'Opplysninger' },
  help: {
    en: 'What to ask the register for. Ask for as little as the case needs: the role must allow every part, and every look-up is logged. Address protection is always asked for together with an address.',
    nb: 'Hva registeret skal spørres om. Be om så lite som saken trenger: rollen må tillate hver opplysning, og hvert oppslag logges. Adressebeskyttelse tas alltid med når det spørres om en adresse.',
  },
  required: false,
  choices: PARTS,
  default: DEFAULT_PARTS,
} as const satisfies ChoicesField;

const output = {
  kind: 'choice',
  name: 'output',
  label: { en: 'Output', nb: 'Resultat' },
  help: {
    en: 'Simplified: current name, status, age group and a postal address ready for SvarUt. Raw: the parts as the register sends them. Protected addresses are withheld from both.',
    nb: 'Forenklet: gjeldende navn, status, aldersgruppe og en postadresse klar for SvarUt. Rå: opplysningene slik registeret sender dem. Beskyttede adresser holdes tilbake i begge.',
  },
  required: false,
  choices: [
    { value: 'simplified', label: { en: 'Simplified', nb: 'Forenklet' } },
    { value: 'raw', label: { en: 'Raw', nb: 'Rå' } },
  ],
  default: 'simplified',
} as const satisfies ChoiceField;

const rolleId = {
  kind: 'choicesFrom',
  list: 'roles',
  name: 'rolleId',
  label: { en: 'Role', nb: 'Rolle' },
  help: {
    en: 'Fiks role to use instead of the one in the credential. The role decides which parts may be asked for.',
    nb: 'Fiks-rolle som brukes i stedet for den i legitimasjonen. Rollen avgjør hvilke opplysninger det kan spørres om.',
  },
  required: false,
  group: 'advanced',
} as const satisfies ChoicesFromField;

const recheckUnknown = {
  kind: 'boolean',
  name: 'recheckUnknown',
  label: { en: 'Recheck Unknown Numbers', nb: 'Sjekk ukjente numre på nytt' },
  help: {
    en: 'Whether to ask once more, one by one, for numbers that a look-up of many says are unknown. The register may answer so for a number that has been replaced by another; alone it finds the person.',
    nb: 'Om det skal spørres én gang til, enkeltvis, om numre som et samlet oppslag sier er ukjente. Registeret kan svare slik om et nummer som er erstattet av et annet; enkeltvis finner det personen.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

const includeProtectedAddresses = {
  kind: 'boolean',
  name: 'includeProtectedAddresses',
  label: { en: 'Include Protected Addresses', nb: 'Ta med beskyttede adresser' },
  help: {
    en: 'Whether addresses that are protected, or graded anything but open, are in the result too. Only for a flow that needs them itself, keeps no execution data and shows them to nobody without a need.',
    nb: 'Om adresser som er beskyttet, eller gradert som noe annet enn åpne, også er i resultatet. Bare for en flyt som selv trenger dem, ikke lagrer kjøringsdata og ikke viser dem til noen uten tjenstlig behov.',
  },
  caution: {
    en: 'A protected address that leaks can cost a life.',
    nb: 'En beskyttet adresse på avveie kan koste liv.',
  },
  notForAi: true,
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

/** Protection is asked for with every address, whatever the author chose. */
const withProtection = (chosen: readonly string[]): readonly string[] =>
  chosen.some((name) => (ADDRESS_PARTS as readonly string[]).includes(name)) && !chosen.includes('adressebeskyttelse')
    ? [...chosen, 'adressebeskyttelse']
    : chosen;

const getPersonOperation = defineOperation<Session>()({
  name: 'getPerson',
  title: { en: 'Get Person', nb: 'Hent person' },
  summary: {
    en: 'Look up persons by national identity number: name, status, age group and a postal address ready for SvarUt. Many inputs become few calls. Protected addresses are withheld.',
    nb: 'Slå opp personer på fødselsnummer: navn, status, aldersgruppe og en postadresse klar for SvarUt. Mange oppslag blir til få kall. Beskyttede adresser holdes tilbake.',
  },
  effect: 'read',
  fields: [foedselsnummer, output, parts, rolleId, recheckUnknown, includeProtectedAddresses],
  batch: { limit: BULK_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'name', 'postalAddress', 'person'],
  example: {
    foedselsnummer: '12848539668',
    identifikatortype: 'foedselsnummer',
    name: 'RASK FYRLYKT',
    personStatus: 'bosatt',
    ageGroup: 'adult',
    postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
    handleManually: false,
  },
  all: (session, inputs) => {
    const [first] = inputs;
    if (!first) return Promise.resolve([]);
    const parts = withProtection(first.parts);
    const protect = first.includeProtectedAddresses ? showProtected : withholdProtected;
    const show = (document: PersonDocument): JsonObject => {
      const { person, handleManually } = protect(document);
      // Nobody asked about addresses, so nothing is known of their protection.
      const told = parts.includes('adressebeskyttelse') || document.adressebeskyttelse !== undefined;
      const flag = { handleManually: told ? handleManually : null };
      if (first.output === 'simplified') return { ...simplify(person, session.ports.now()), ...flag };
      return { foedselsnummer: currentNumberOf(person), ...flag, person: person as JsonObject };
    };
    const ask: Ask = { rolleId: first.rolleId, parts };
    return lookUp(
      session,
      ask,
      inputs.map((input) => input.foedselsnummer),
      first.recheckUnknown,
      show,
    );
  },
});

export const folkeregisterOperations: readonly Operation<Session>[] = [getPersonOperation];
