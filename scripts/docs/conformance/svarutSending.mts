import { testsOf, type Group } from './rule.mts';
import { EVERY_LETTER } from './svarutEndpoints.mts';

const parts = testsOf('sandbox/svarutParts');
const send = testsOf('sandbox/svarutSend');
const sizes = testsOf('sandbox/svarutSizes');
const settings = testsOf('sandbox/svarutSettings');
const accounts = testsOf('sandbox/svarutAccounts');
const encryption = testsOf('sandbox/svarutEncryption');
const letters = testsOf('contract/letterAnswers');

export const sendingGroups: readonly Group[] = [
  {
    about: 'Sending',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§3',
        'The answer is the id of the letter',
        letters('what the sandbox answers about letters in every state they go through'),
        send('an accepted letter gets an id and is kept with the size, hash and bytes of its documents'),
      ],
      [
        '§10',
        'The same letter twice is two letters',
        send('an accepted letter is a second letter when it is sent again with the same reference'),
      ],
      [
        '§10',
        'Or the second is refused, as older interfaces did: `repeatedReference`',
        settings('letters that are taken or refused, as a setting says: with the reference of another letter'),
      ],
      [
        '§2',
        'The account is one the integration may send from',
        accounts('an account that is %s sends nothing'),
        send('the account must be one the integration has rights on'),
      ],
      ['§2', 'kontoId is a UUID', send('the account must be a UUID')],
      [
        '§1',
        'An environment may lack version 3 (404 or 410): `svarutV3`',
        settings('answers that differ, as a setting says: an environment whose version 3 is %s'),
      ],
      [
        '§9',
        'An invalid letter is 400 or 422: `invalidLetterStatus`',
        settings('letters that are taken or refused, as a setting says: a missing title'),
      ],
      [
        '§9',
        'Rules across fields are judged at once or later: `letterRules`',
        settings('letters that are taken or refused, as a setting says: a broken rule, found later'),
      ],
    ],
  },
  {
    about: 'The parts of the request',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§4',
        'The body is multipart/form-data with a boundary',
        parts('the parts of the request are refused when the body is JSON'),
        parts('the parts of the request are refused when the boundary is not named in the header'),
      ],
      [
        '§4',
        'The first part is called forsendelse',
        parts('the parts of the request are refused when the first part has another name'),
        parts('the parts of the request are refused when the files come first'),
      ],
      [
        '§4',
        'The first part has no filename, or may have one: `metadataFilename`',
        parts('the parts of the request are refused when the first part has a filename'),
        settings('letters that are taken or refused, as a setting says: with a filename on the metadata'),
      ],
      [
        '§4',
        'The first part is JSON, whatever its label',
        parts('the parts of the request are refused when the metadata is no JSON'),
        send('an accepted letter may label its first part as JSON'),
      ],
      [
        '§4',
        'The files come in the order of dokumenter, under exactly the same names',
        parts('the parts of the request are refused when the files come in another order than the metadata'),
        parts('the parts of the request are refused when a name differs in case'),
        parts('the parts of the request are refused when a file has no filename'),
      ],
      [
        '§4',
        'As many files as documents',
        parts('the parts of the request are refused when a file is missing'),
        parts('the parts of the request are refused when there is a file too many'),
      ],
      [
        '§4',
        'Names beyond ASCII stand as they are',
        send('an accepted letter may have names with Norwegian letters, spaces and percent signs'),
      ],
      [
        '§4',
        'The last boundary is there; what breaks off was never sent',
        parts('the parts of the request are refused when the last boundary is missing'),
        parts('the parts of the request are refused when the connection breaks in the middle of a file'),
      ],
      [
        '§4',
        'Without a length the letter is taken, or 411: `chunkedUploads`',
        settings('uploads that are taken or refused, as a setting says: without Content-Length: %s'),
      ],
      [
        '§4',
        'An upload has sixteen minutes: `uploadTimeLimitMs`',
        settings('uploads that are taken or refused, as a setting says: that last too long'),
      ],
    ],
  },
  {
    about: 'Sizes',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§4',
        'What may be printed is under 350 MB together',
        sizes('documents are too large when those that may be printed reach 350 MB together'),
        sizes('documents may have any size when they stay below 350 MB'),
      ],
      [
        '§4',
        'What is only digital, or kept from the printer, may be larger',
        sizes('documents may have any size when they are never printed'),
        sizes('documents may have any size when they are kept from the printer'),
      ],
      [
        '§4',
        'The health network takes 18 MB',
        sizes('documents are too large when one to the health network exceeds 18 MB'),
        sizes('documents may have any size when the health network gets 18 MB'),
      ],
      [
        '§4',
        'A megabyte is 10^6 or 2^20 bytes: `megabyte`',
        sizes('documents are too large when they reach the limit in binary megabytes'),
        sizes('documents may have any size when megabytes are binary'),
      ],
      ['§9', 'Too large is 400 or 413: `tooLargeStatus`', sizes('documents are too large when %s')],
    ],
  },
  {
    about: 'Encrypted documents',
    endpoints: EVERY_LETTER,
    rules: [
      [
        '§6',
        'CMS for the published certificate is opened, made by openssl too',
        encryption('an encrypted document %s is decrypted, and the ledger knows it both ways'),
        encryption('an encrypted document made by openssl is decrypted'),
      ],
      [
        '§6',
        'AES-256-CBC, RSA-OAEP with SHA-256, the recipient by issuer and serial number; nothing else',
        encryption('an encrypted document that %s is refused'),
      ],
      [
        '§6',
        'Or PKCS #1 v1.5 too: `acceptRsaPkcs1`',
        encryption('an encrypted document under PKCS #1 v1.5 is accepted by a setting'),
      ],
      [
        '§6',
        'What is in it is judged as any document',
        encryption('an encrypted document is judged as the PDF it hides'),
        encryption('an encrypted document can go to the health network'),
      ],
      [
        '§6',
        'kryptert says so, or the document is an unreadable PDF',
        encryption('an encrypted document that nobody says is encrypted is an unreadable PDF'),
      ],
    ],
  },
  {
    about: 'The public key',
    endpoints: ['GET /svarut/forsendelse/publickey/hent'],
    rules: [
      [
        '§6',
        'An X.509 certificate in PEM, or another form: `publicKeyFormat`',
        encryption('the public key is an RSA certificate of 3072 bits, open to everyone'),
        encryption('the public key is the same as %s'),
      ],
      [
        '§6',
        'Open to everyone, or to an integration only: `publicKeyNeedsAccess`',
        encryption('the public key can be closed to those without access'),
      ],
    ],
  },
];
