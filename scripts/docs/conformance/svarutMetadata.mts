import { testsOf, type Group } from './rule.mts';
import { EVERY_LETTER, NHN, ORGANISATION, PERSON, PRINT, WITH_DOCUMENTS } from './svarutEndpoints.mts';

const send = testsOf('sandbox/svarutSend');
const metadata = testsOf('sandbox/svarutMetadata');
const limits = testsOf('sandbox/conformanceLetter');
const settings = testsOf('sandbox/svarutSettings');
const organisation = testsOf('sandbox/svarutOrganisation');
const nhn = testsOf('sandbox/svarutNhn');
const accounts = testsOf('sandbox/svarutAccounts');
const encryption = testsOf('sandbox/svarutEncryption');
const schemas = testsOf('contract/svarutSchemas');

/** A field of the metadata, held against both edges over the wire. */
const field = (name: string, endpoint = 'person') =>
  limits(`a letter to ${endpoint} may have in ${name} what is allowed, and nothing more`);

export const metadataGroups: readonly Group[] = [
  {
    about: 'The metadata of every letter',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§13',
        'Every limit is that of the published description, no more and no less',
        schemas("the sandbox's own schemas demand the same of a letter to %s"),
      ],
      [
        '§13',
        'Unknown fields are not read, those of other endpoints neither; or they are refused: `unknownLetterFields`',
        settings('letters that are taken or refused, as a setting says: a field nobody knows'),
        settings('letters that are taken or refused, as a setting says: a field of other letters'),
        settings('letters that are taken or refused, as a setting says: fields that are null'),
        send('an accepted letter may have unknown fields and null in optional ones'),
        limits('a letter to %s may have the fields of other letters, which are not read'),
      ],
      [
        '§5',
        'Optional fields may be null',
        send('an accepted letter may have unknown fields and null in optional ones'),
      ],
      [
        '§5.1',
        'tittel has 1 to 1000 characters, to the health network 200',
        field('tittel', '%s'),
        metadata('the metadata is refused when the title is missing'),
      ],
      [
        '§5.1',
        'avgivendeSystem and avgivendeSystemAktor have up to 100',
        field('avgivendeSystem', 'nhn'),
        field('avgivendeSystemAktor', 'print'),
      ],
      ['§5.1', 'konteringskode has up to 20, of few kinds', field('konteringskode', 'organisasjon')],
      [
        '§5.1',
        'eksternReferanse and korrelasjonsid have up to 100',
        field('eksternReferanse', 'nhn'),
        field('korrelasjonsid', 'print'),
      ],
      ['§5.1', 'svarPaForsendelseId is a UUID', field('svarPaForsendelseId')],
      [
        '§5.1',
        'Flags are flags',
        field('kunDigitalLevering', 'nhn'),
        field('kryptert', 'print'),
        field('utskriftskonfigurasjon/tosidig'),
        metadata('the metadata is refused when a flag is a text'),
      ],
    ],
  },
  {
    about: 'Recipient, address and reply',
    endpoints: WITH_DOCUMENTS,
    rules: [
      [
        '§5.1',
        'The recipient has a name of up to 100',
        field('mottaker/navn'),
        metadata('the metadata is refused when the name of the recipient is missing'),
      ],
      [
        '§5.1',
        'Lines of an address have up to 70, poststed is needed',
        field('mottaker/adresse/adresselinje1'),
        field('mottaker/adresse/adresselinje3'),
        field('mottaker/adresse/poststed'),
        field('mottaker/adresse'),
      ],
      [
        '§5.1',
        'postnummer has up to 20, or four digits in Norway: `fourDigitPostnummer`',
        field('mottaker/adresse/postnummer'),
        settings('letters that are taken or refused, as a setting says: an odd postnummer'),
        settings('letters that are taken or refused, as a setting says: a foreign postnummer'),
      ],
      [
        '§5.1',
        'landkode is two capitals',
        field('mottaker/adresse/landkode'),
        metadata('the metadata is refused when the country has a name and not a code'),
      ],
      [
        '§5.1',
        'svarSendesTil has name, type, number and address',
        field('svarSendesTil', 'print'),
        field('svarSendesTil/navn', 'organisasjon'),
        field('svarSendesTil/type'),
      ],
      [
        '§5.1',
        "svarSendesTil's number fits its type",
        metadata('the metadata is refused when the reply number does not fit its type'),
        limits('a letter may not have a reply to a HER-id of 0'),
        limits('a letter may not have a reply to a person by the number of an organisation'),
      ],
    ],
  },
  {
    about: 'Documents',
    endpoints: WITH_DOCUMENTS,
    rules: [
      [
        '§5.1',
        'filnavn has up to 226 characters',
        field('filnavn'),
        limits('a letter may have a name of a file of 226 characters'),
      ],
      ['§5.1', 'filnavn has none of nine characters', limits('a letter may have no %s in the name of a file')],
      [
        '§5.1',
        'filnavn is unique, in whatever case, or in the same: `filnavnCaseSensitive`',
        metadata('the metadata is refused when two files have the same name'),
        settings('letters that are taken or refused, as a setting says: with names of files that differ in case only'),
      ],
      ['§5.1', 'mimeType has up to 127, on paper 50', field('mimeType', 'organisasjon'), field('mimeType', 'print')],
      [
        '§5.1',
        'Only PDF is printed',
        metadata('the metadata is refused when a file that may be printed is no PDF'),
        send('an accepted letter may have a document that is no PDF when it will not be printed'),
      ],
      [
        '§5.1',
        'giroarkSide counts from one, and is a page there is',
        field('giroarkSide', 'print'),
        testsOf('sandbox/svarutLetter')(
          'the events of a letter tell why it is rejected: the giro is on a page there is not',
        ),
      ],
      [
        '§4',
        'A letter without documents is taken, or not: `documentsRequired`',
        settings('letters that are taken or refused, as a setting says: without documents'),
      ],
      [
        '§4',
        'A letter has any number of documents, or so many: `documentLimit`',
        settings('letters that are taken or refused, as a setting says: with more documents than one'),
      ],
    ],
  },
  {
    about: 'Digital letters',
    endpoints: [PERSON, ORGANISATION],
    rules: [
      ['§5.1', 'sikkerhetsniva is one of two', metadata('the metadata is refused when the security level is unknown')],
      [
        '§5.3',
        'HOYESTE is encrypted',
        metadata('the metadata is refused when the highest security level is not encrypted'),
        encryption('an encrypted document makes the highest security level possible'),
      ],
      [
        '§5.1',
        'Five links at most, each with an address and a text',
        field('lenker'),
        field('url'),
        field('tekst', 'organisasjon'),
        field('ledetekst'),
        organisation('a letter to an organisation is refused when a link is no address'),
      ],
      [
        '§5.1',
        'eksponertFor has valid numbers, each once',
        field('eksponertFor', 'organisasjon'),
        organisation('a letter to an organisation is refused when someone it is shown to has no valid number'),
      ],
      [
        '§5.3',
        'An answer by eDialog goes to an organisation',
        metadata('the metadata is refused when an eDialog reply has nowhere to go'),
        limits('a letter may not have an eDialog whose reply goes to a person'),
      ],
    ],
  },
  {
    about: 'To a person',
    endpoints: [PERSON],
    rules: [
      [
        '§5.3',
        'digitalId is a valid fødselsnummer or D-number',
        metadata('the metadata is refused when the number of the recipient has wrong control digits'),
        metadata('the metadata is refused when the recipient is an organisation'),
      ],
      [
        '§5.3',
        'Signing and skalSigneres go together',
        metadata('the metadata is refused when signing is asked for without a document to sign'),
        metadata('the metadata is refused when a document is to be signed without signing'),
      ],
      [
        '§5.3',
        'One document is signed at most, and it is a PDF',
        limits('a letter may not have two documents to sign'),
        limits('a letter may not have a document to sign that is no PDF'),
      ],
      [
        '§5.3',
        'The signed document returns to an organisation, or need not: `signingNeedsReplyTo`',
        metadata('the metadata is refused when signing has no organisation to return to'),
        settings('letters that are taken or refused, as a setting says: signing that returns nowhere'),
      ],
      [
        '§5.2',
        'Signing may be done for a day at least, in one of two ways',
        metadata('the metadata is refused when signing expires too soon'),
        field('signaturType'),
        field('signeringUtloper'),
      ],
      [
        '§7',
        'Signing needs an agreement of the account',
        accounts('an account without an agreement about signing has what is to be signed rejected'),
      ],
    ],
  },
  {
    about: 'To an organisation',
    endpoints: [ORGANISATION],
    rules: [
      [
        '§5.3',
        'digitalId is a valid organisasjonsnummer',
        organisation('a letter to an organisation is refused when the number has a wrong control digit'),
        organisation('a letter to an organisation is refused when the number is that of a person'),
      ],
      [
        '§5.1',
        'The organisation is in Enhetsregisteret',
        organisation('a letter to an organisation is refused when the number is valid but in no register'),
      ],
      [
        '§5.2',
        'forsendelsestype is a predefined one',
        organisation('a letter to an organisation is refused when the type is not among the predefined'),
        field('forsendelsestype', 'organisasjon'),
      ],
      [
        '§5.2',
        'Years are 1000 to 3000',
        field('saksaar', 'organisasjon'),
        field('journalaar', 'organisasjon'),
        organisation('a letter to an organisation is refused when the year is beyond 3000'),
      ],
      [
        '§5.2',
        'Texts of the archive have up to 100, their title 1000, numbers count from one',
        field('mappeId', 'organisasjon'),
        field('saksbehandler', 'organisasjon'),
        field('journalpostnummer', 'organisasjon'),
      ],
      [
        '§5.2',
        'Dates have a time',
        field('journaldato', 'organisasjon'),
        organisation('a letter to an organisation is refused when a date has no time'),
      ],
      [
        '§5.2',
        'Twenty extra metadata at most, each once, with values of up to 500',
        field('ekstraMetadata', 'organisasjon'),
        organisation('a letter to an organisation is refused when extra metadata are repeated'),
      ],
      ['§5.2', 'dokumentType has up to 100', field('dokumentType', 'organisasjon')],
    ],
  },
  {
    about: 'On paper only',
    endpoints: [PRINT],
    rules: [
      [
        '§5.2',
        'The recipient has an address and no number',
        metadata('the metadata is refused when the print endpoint gets a recipient without an address'),
      ],
      [
        '§5.3',
        'Every file is a PDF',
        metadata(
          'the metadata is refused when the print endpoint gets a file that is no PDF, whatever the flags of the other endpoints say',
        ),
      ],
    ],
  },
  {
    about: 'To the health network',
    endpoints: [NHN],
    rules: [
      [
        '§4',
        'One file, which is a PDF, under a name that is allowed',
        nhn('a letter to the health network is refused when there is no file'),
        nhn('a letter to the health network is refused when there are two files'),
        nhn('a letter to the health network is refused when the file is no PDF'),
        nhn('a letter to the health network is refused when the file has a forbidden name'),
      ],
      [
        '§5.2',
        'mottakertype is FASTLEGE or HER_ID',
        nhn('a letter to the health network is refused when the kind of recipient is unknown'),
      ],
      [
        '§5.3',
        'HER_ID has a mottakerHerId, from one',
        nhn('a letter to the health network is refused when a HER-id is meant and none is given'),
        nhn('a letter to the health network is refused when the HER-id is 0'),
        field('mottakerHerId', 'nhn'),
      ],
      [
        '§7',
        'The HER-id is registered and takes messages',
        nhn('a letter to the health network is refused when the HER-id is in no register'),
        nhn('a letter to the health network is refused when the HER-id takes no messages'),
      ],
      [
        '§5.2',
        'Sender and patient have names of up to 30, the sender a telephone',
        field('fornavn', 'nhn'),
        field('mellomnavn', 'nhn'),
        field('etternavn', 'nhn'),
        field('telefonnummer', 'nhn'),
        nhn('a letter to the health network is refused when nobody can be called'),
      ],
      [
        '§5.2',
        'The patient has a valid number',
        field('fodselsnummer', 'nhn'),
        nhn('a letter to the health network is refused when the number of the patient is not valid'),
      ],
      ['§5.2', 'beskrivelse has up to 5000', field('beskrivelse', 'nhn')],
      [
        '§7',
        'The account has a HER-id of its own',
        accounts('an account without a HER-id sends nothing to the health network'),
      ],
    ],
  },
];
