/**
 * What only a search for one person takes (fact sheet folkeregister §3.3).
 */
import type { IdentifierField, TextField } from '../../operations/field';

export const identifikasjonsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'identifikasjonsnummer',
  label: { en: 'Identity Number (identifikasjonsnummer)', nb: 'Identifikasjonsnummer' },
  help: {
    en: 'Fødselsnummer or D-number, also a former one. Only to check it against the name; otherwise use Get Person.',
    nb: 'Fødselsnummer eller D-nummer, også et tidligere. Bare for å kontrollere det mot navnet; bruk ellers Hent person.',
  },
  required: false,
} as const satisfies IdentifierField;

const ONLY_WITH_LEGAL_BASIS = { en: 'Only with legal basis.', nb: 'Bare med hjemmel.' };

export const utenlandskpersonidentifikasjon = {
  kind: 'text',
  name: 'utenlandskpersonidentifikasjon',
  label: { en: 'Foreign Identity Number', nb: 'Utenlandsk personidentifikasjon' },
  help: {
    en: `Country in three letters, a hyphen and the number, such as POL-123. ${ONLY_WITH_LEGAL_BASIS.en}`,
    nb: `Landet med tre bokstaver, en bindestrek og nummeret, for eksempel POL-123. ${ONLY_WITH_LEGAL_BASIS.nb}`,
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const legitimasjonsdokument = {
  kind: 'text',
  name: 'legitimasjonsdokument',
  label: { en: 'Identity Document', nb: 'Legitimasjonsdokument' },
  help: {
    en: `Country in three letters, a hyphen and the number of the document, such as POL-AB123. ${ONLY_WITH_LEGAL_BASIS.en}`,
    nb: `Landet med tre bokstaver, en bindestrek og nummeret på dokumentet, for eksempel POL-AB123. ${ONLY_WITH_LEGAL_BASIS.nb}`,
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const dufNummer = {
  kind: 'text',
  name: 'dufNummer',
  label: { en: 'DUF Number', nb: 'DUF-nummer' },
  help: {
    en: `The immigration authorities' number, 12 digits. ${ONLY_WITH_LEGAL_BASIS.en}`,
    nb: `Utlendingsmyndighetenes nummer, 12 siffer. ${ONLY_WITH_LEGAL_BASIS.nb}`,
  },
  required: false,
  group: 'advanced',
  maxLength: 30,
} as const satisfies TextField;
