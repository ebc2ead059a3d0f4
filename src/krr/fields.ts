/**
 * What a user fills in to ask KRR.
 */
import type { BooleanField, ChoiceField, ChoicesFromField, IdentifierField, NumberField } from '../operations/field';

export const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Fødselsnummer or D-number, 11 digits. Use the number Folkeregisteret gave back: KRR knows only the one that is valid now.',
    nb: 'Fødselsnummer eller D-nummer, 11 siffer. Bruk nummeret Folkeregisteret ga tilbake: KRR kjenner bare det som gjelder nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

export const purpose = {
  kind: 'choice',
  name: 'purpose',
  label: { en: 'Purpose', nb: 'Formål' },
  help: {
    en: 'What the person is to be notified of. A reserved person gets formal decisions on paper, but may get service messages.',
    nb: 'Hva personen skal varsles om. En reservert person får vedtak på papir, men kan få servicemeldinger.',
  },
  required: false,
  choices: [
    {
      value: 'vedtak',
      label: { en: 'Formal Decision', nb: 'Vedtak' },
      help: {
        en: 'Individual decisions, advance notice, and what else § 9 names',
        nb: 'Enkeltvedtak, forhåndsvarsel og det øvrige i § 9',
      },
    },
    {
      value: 'servicemelding',
      label: { en: 'Service Message', nb: 'Servicemelding' },
      help: { en: 'Appointments, water supply and the like', nb: 'Timepåminnelser, vannavstengning og lignende' },
    },
  ],
  default: 'vedtak',
} as const satisfies ChoiceField;

export const includeAddresses = {
  kind: 'boolean',
  name: 'includeAddresses',
  label: { en: 'Include Addresses', nb: 'Ta med adresser' },
  help: {
    en: 'Return the e-mail address and mobile number too. Only for a flow that notifies the person itself; never store them.',
    nb: 'Ta med e-postadresse og mobilnummer. Bare for en flyt som selv varsler personen; de skal aldri lagres.',
  },
  required: false,
  notForAi: true,
  default: false,
} as const satisfies BooleanField;

export const route = {
  kind: 'choice',
  name: 'route',
  label: { en: 'Route', nb: 'Vei' },
  help: {
    en: 'Which way to KRR. Fiks Register needs no KRR scope, only a Fiks integration and a Folkeregister role that opens KRR. It takes one person per call, and tells nothing about digital mailbox, language or shared addresses.',
    nb: 'Hvilken vei det spørres. Fiks Register krever ikke noe KRR-scope, bare en Fiks-integrasjon og en Folkeregister-rolle som åpner for KRR. Det blir ett kall per person, og veien sier ingenting om digital postkasse, språk eller delte adresser.',
  },
  required: false,
  choices: [
    {
      value: 'digdir',
      label: { en: 'Digdir', nb: 'Digdir' },
      help: {
        en: "KRR's own interface, up to 1000 persons per call",
        nb: 'KRRs eget grensesnitt, inntil 1000 per kall',
      },
    },
    {
      value: 'fiks',
      label: { en: 'Fiks Register (KS)', nb: 'Fiks Register (KS)' },
      help: { en: 'With the Fiks integration, one person per call', nb: 'Med Fiks-integrasjonen, én person per kall' },
    },
  ],
  default: 'digdir',
} as const satisfies ChoiceField;

export const rolleId = {
  kind: 'choicesFrom',
  list: 'roles',
  name: 'rolleId',
  label: { en: 'Role', nb: 'Rolle' },
  help: {
    en: 'Only on the route Fiks Register: Fiks role to use instead of the one in the credential.',
    nb: 'Bare på veien Fiks Register: Fiks-rolle som brukes i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies ChoicesFromField;

export const includeMailbox = {
  kind: 'boolean',
  name: 'includeMailbox',
  label: { en: 'Ask for Digital Mailbox', nb: 'Spør om digital postkasse' },
  help: {
    en: 'Whether the person has a digital mailbox (Digipost, e-Boks). Needs the scope krr:global/digitalpost.read, or krr:global/postkasse.read on behalf of a customer.',
    nb: 'Om personen har digital postkasse (Digipost, e-Boks). Krever scopet krr:global/digitalpost.read, eller krr:global/postkasse.read på vegne av en kunde.',
  },
  required: false,
  group: 'advanced',
  default: true,
} as const satisfies BooleanField;

export const includeCertificate = {
  kind: 'boolean',
  name: 'includeCertificate',
  label: { en: 'Include Mailbox Certificate', nb: 'Ta med postkassens sertifikat' },
  help: {
    en: "Return the certificate of the mailbox provider too, for a flow that encrypts letters itself. It is the provider's own, the same for all its customers.",
    nb: 'Ta med sertifikatet til postkasseleverandøren, for en flyt som selv krypterer brev. Det er leverandørens eget, likt for alle kundene.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const krrVersion = {
  kind: 'choice',
  name: 'krrVersion',
  label: { en: 'KRR Version', nb: 'KRR-versjon' },
  help: {
    en: 'Only on the route Digdir. Version 1 is for those who must keep to it: it may not tell which addresses are shared.',
    nb: 'Bare på veien Digdir. Versjon 1 er for dem som må holde seg til den: den sier kanskje ikke hvilke adresser som er delt.',
  },
  required: false,
  group: 'advanced',
  choices: [
    { value: 'v2', label: { en: 'Version 2', nb: 'Versjon 2' } },
    { value: 'v1', label: { en: 'Version 1', nb: 'Versjon 1' } },
  ],
  default: 'v2',
} as const satisfies ChoiceField;

export const fraEndringsId = {
  kind: 'number',
  name: 'fraEndringsId',
  label: { en: 'From Change Number', nb: 'Fra endringsnummer' },
  help: {
    en: 'The number of the last change already read (tilEndringsId of the last result). 0 begins with the oldest.',
    nb: 'Nummeret på den siste endringen som er lest (tilEndringsId i forrige resultat). 0 begynner med den eldste.',
  },
  required: false,
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  default: 0,
} as const satisfies NumberField;

export const maxPages = {
  kind: 'number',
  name: 'maxPages',
  label: { en: 'Maximum Pages', nb: 'Maks antall sider' },
  help: {
    en: 'How many pages of up to 1000 persons to read at most. Reading stops by itself when there is nothing newer.',
    nb: 'Hvor mange sider på inntil 1000 personer som leses i høyden. Lesingen stopper selv når det ikke er noe nyere.',
  },
  required: false,
  min: 1,
  max: 100,
  default: 1,
} as const satisfies NumberField;
