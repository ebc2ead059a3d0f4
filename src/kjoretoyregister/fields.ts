/**
 * What a user fills in to look up and search for vehicles (fact sheet kjoretoy §2, §3, §6).
 */
import type { BooleanField, DateTimeField, IdentifierField, NumberField, TextField } from '../operations/field';
import { MOST } from './paging';

export const kjennemerke = {
  kind: 'identifier',
  identifier: 'kjennemerke',
  name: 'kjennemerke',
  label: { en: 'Plate (kjennemerke)', nb: 'Kjennemerke' },
  help: {
    en: 'Registration number, also a personal or veteran plate; capitals and blanks do not matter. A plate can move to another vehicle, so for what happened at a moment give the moment too.',
    nb: 'Registreringsnummer, også personlig skilt eller veteranskilt; store bokstaver og mellomrom spiller ingen rolle. Et skilt kan flyttes til et annet kjøretøy, så gi også tidspunktet når det gjelder noe som har skjedd.',
  },
  required: true,
  usual: 'kjennemerke',
} as const satisfies IdentifierField;

export const kuid = {
  kind: 'text',
  name: 'kuid',
  label: { en: 'Vehicle ID (kuid)', nb: 'Kjøretøy-id (kuid)' },
  help: {
    en: "The register's own id of a vehicle, which never changes. Look-ups and searches return it.",
    nb: 'Registerets egen id for et kjøretøy, som aldri endres. Oppslag og søk gir den.',
  },
  required: true,
  maxLength: 50,
  usual: 'kuid',
} as const satisfies TextField;

export const understellsnummer = {
  kind: 'identifier',
  identifier: 'understellsnummer',
  name: 'understellsnummer',
  label: { en: 'Chassis Number (VIN)', nb: 'Understellsnummer' },
  help: {
    en: 'The whole number, 1 to 19 characters. Several vehicles can have the same one.',
    nb: 'Hele nummeret, 1 til 19 tegn. Flere kjøretøy kan ha det samme.',
  },
  required: true,
  usual: 'understellsnummer',
} as const satisfies IdentifierField;

export const dtg = {
  kind: 'dateTime',
  name: 'dtg',
  label: { en: 'Point in Time (dtg)', nb: 'Tidspunkt (dtg)' },
  help: {
    en: 'Who owned the vehicle, which plates it had and whether it was registered then; empty means now. A date alone is the beginning of that day in Norway. It changes nothing else: the deadline of the EU control, technical data, names and addresses are always those of today.',
    nb: 'Hvem som eide kjøretøyet, hvilke skilt det hadde og om det var registrert da; tomt betyr nå. En dato alene er begynnelsen av dagen i Norge. Alt annet er uendret: frist for EU-kontroll, tekniske data, navn og adresser er alltid dagens.',
  },
  required: false,
} as const satisfies DateTimeField;

const includeOwner = {
  kind: 'boolean',
  name: 'includeOwner',
  label: { en: 'Include Owner', nb: 'Ta med eier' },
  help: {
    en: 'Whether owner, co-owner and responsible user (the lessee of a leased vehicle, otherwise the owner) are in the result. Leave it off where the case is about the vehicle alone.',
    nb: 'Om eier, medeier og ansvarlig bruker (leietakeren for et leaset kjøretøy, ellers eieren) er i resultatet. La det være av når saken bare gjelder kjøretøyet.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

export const includeProtectedAddresses = {
  kind: 'boolean',
  name: 'includeProtectedAddresses',
  label: { en: 'Include Protected Addresses', nb: 'Ta med beskyttede adresser' },
  help: {
    en: 'Whether addresses of owners are in the result too. The register does not say which of them are protected, so otherwise none is. Only for a flow that needs them itself, keeps no execution data and shows them to nobody without a need; to send a letter, look the person up in Folkeregister instead.',
    nb: 'Om eiernes adresser også er i resultatet. Registeret sier ikke hvilke av dem som er beskyttet, så ellers er ingen med. Bare for en flyt som selv trenger dem, ikke lagrer kjøringsdata og ikke viser dem til noen uten tjenstlig behov; skal du sende brev, slå heller opp personen i Folkeregister.',
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

const includeRaw = {
  kind: 'boolean',
  name: 'includeRaw',
  label: { en: 'Include Raw', nb: 'Ta med rådata' },
  help: {
    en: 'Whether the vehicle as the register sends it is in the result too, under raw: approvals, engines, dimensions and all. Owners and addresses are in it only as chosen above.',
    nb: 'Om kjøretøyet slik registeret sender det også er i resultatet, under raw: godkjenninger, motorer, mål og alt annet. Eiere og adresser er med bare slik du ellers har valgt.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const fiksOrgId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'fiksOrgId',
  label: { en: 'Fiks Organisation ID', nb: 'Fiks-organisasjonens id' },
  help: {
    en: 'The organisation in Fiks to ask for, instead of the one in the credential.',
    nb: 'Organisasjonen i Fiks det spørres for, i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies IdentifierField;

/** How vehicles are shown, for every operation that gives vehicles. */
export const SHOWN = [includeOwner, includeRaw, includeProtectedAddresses, fiksOrgId] as const;

export const returnAll = {
  kind: 'boolean',
  name: 'returnAll',
  label: { en: 'Return All', nb: 'Ta med alle' },
  help: {
    en: `Whether to fetch every hit, page by page, and not only as many as the limit says. Never more than ${MOST}.`,
    nb: `Om alle treff skal hentes, side for side, og ikke bare så mange som grensen sier. Aldri flere enn ${MOST}.`,
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

export const limit = {
  kind: 'number',
  name: 'limit',
  label: { en: 'Limit', nb: 'Grense' },
  help: {
    en: 'How many hits to fetch at most, unless all are wanted.',
    nb: 'Hvor mange treff som hentes på det meste, når ikke alle skal med.',
  },
  required: false,
  min: 1,
  max: MOST,
  default: 50,
  shownWhen: { field: 'returnAll', is: [false] },
} as const satisfies NumberField;

export const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Fødselsnummer or D-number of a person, 11 digits. Who owns, co-owns or leases now, not who once did.',
    nb: 'Fødselsnummer eller D-nummer for en person, 11 siffer. Den som eier, er medeier eller leaser nå, ikke den som gjorde det før.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

export const organisasjonsnummer = {
  kind: 'identifier',
  identifier: 'organisasjonsnummer',
  name: 'organisasjonsnummer',
  label: { en: 'Organisation Number', nb: 'Organisasjonsnummer' },
  help: {
    en: 'Nine digits. The organisation that owns, co-owns or leases now, not one that once did.',
    nb: 'Ni siffer. Organisasjonen som eier, er medeier eller leaser nå, ikke en som gjorde det før.',
  },
  required: true,
  usual: 'organisasjonsnummer',
} as const satisfies IdentifierField;
