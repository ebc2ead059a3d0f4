/** Ways a client can be broken, each with what is asked of it and the reason the sandbox must give. */
import { documentFromBytes } from '../../src/core';
import { letter, pdf } from './letters';
import { ALL_NUMBERS, numberOf } from './persons';
import {
  spoiledCall,
  spoiledGrant,
  spoiledHeader,
  spoiledJson,
  spoiledMetadata,
  spoiledParts,
  spoiledUrl,
  type Spoiled,
} from './spoiled';
import type { Stored } from './world';

export const PERSON = { foedselsnummer: numberOf('ordinary-resident') };
export const ANY_ID = '11111111-2222-4333-8444-555555555555';

const now = () => Math.floor(Date.now() / 1000);
const jsonPart = (text: string) => documentFromBytes('blob', 'application/json', new TextEncoder().encode(text));

export type Asked = readonly ['folkeregister' | 'krr' | 'kjoretoyregister' | 'svarut', string, readonly Stored[]];

export const LOOK_UP: Asked = ['folkeregister', 'getPerson', [PERSON]];
export const MANY: Asked = ['folkeregister', 'getPerson', ALL_NUMBERS.map((foedselsnummer) => ({ foedselsnummer }))];
export const CONTACT: Asked = ['krr', 'lookUpContactInfo', [PERSON]];
export const PLATE: Asked = ['kjoretoyregister', 'lookUpByKjennemerke', [{ kjennemerke: 'DN00101' }]];
export const SENT: Asked = ['svarut', 'sendToPerson', [letter('sak-1', { documents: [pdf('a.pdf'), pdf('b.pdf')] })]];
export const FOUND: Asked = ['svarut', 'findByReference', [{ eksternReferanse: 'sak-1' }]];

export const BROKEN: readonly (readonly [how: string, asked: Asked, spoiled: Spoiled, reason: RegExp])[] = [
  [
    'iat is a minute old',
    LOOK_UP,
    spoiledGrant(() => ({ claims: { iat: now() - 60 } })),
    /MP-130: iat is \d+ s behind/,
  ],
  [
    'iat is a minute ahead',
    LOOK_UP,
    spoiledGrant(() => ({ claims: { iat: now() + 60, exp: now() + 90 } })),
    /MP-130.*ahead/,
  ],
  [
    'the grant lives for three minutes',
    LOOK_UP,
    spoiledGrant(() => ({ claims: { exp: now() + 180 } })),
    /MP-130.*at most 120/,
  ],
  [
    'aud lacks its slash',
    LOOK_UP,
    spoiledGrant(({ sandbox }) => ({ claims: { aud: `${sandbox.url}/maskinporten` } })),
    /MP-110/,
  ],
  ['the kid is left out', LOOK_UP, spoiledGrant(() => ({ header: { kid: undefined } })), /must carry its kid/],
  ['the scope is misspelt', LOOK_UP, spoiledGrant(() => ({ claims: { scope: 'ks:fisk' } })), /MP-200/],
  [
    'the scope is that of another service',
    LOOK_UP,
    spoiledGrant(() => ({ claims: { scope: 'krr:global/digitalpost.read' } })),
    /lacks ks:fiks/,
  ],
  ['IntegrasjonId is left out', LOOK_UP, spoiledHeader('IntegrasjonId'), /IntegrasjonId header is missing/],
  [
    'IntegrasjonPassord is left out',
    FOUND,
    spoiledHeader('IntegrasjonPassord'),
    /IntegrasjonPassord header is missing/,
  ],
  ['the token is left out', CONTACT, spoiledHeader('Authorization'), /Authorization header is not/],
  [
    'the role is another',
    LOOK_UP,
    spoiledUrl((url, { fiks }) => url.replace(fiks.rolleId, ANY_ID)),
    /no access to this role/,
  ],
  [
    'the account is another',
    FOUND,
    spoiledUrl((url, { fiks }) => url.replace(fiks.kontoId, ANY_ID)),
    /no rights on this account/,
  ],
  [
    'a part does not exist',
    LOOK_UP,
    spoiledUrl((url) => url.replace(/part=\w+/, 'part=navnet')),
    /no part is called "navnet"/,
  ],
  [
    'parts come in one list',
    LOOK_UP,
    spoiledUrl((url) => url.replace(/part=(\w+)&part=/, 'part=$1,')),
    /no part is called "\w+,\w+"/,
  ],
  [
    'somBestilt is a yes',
    MANY,
    spoiledUrl((url) => url.replace('somBestilt=true', 'somBestilt=ja')),
    /somBestilt must be/,
  ],
  [
    'a thousand numbers and one go to Folkeregisteret',
    MANY,
    spoiledJson(() => ({ foedselsEllerDNummer: Array(1001).fill(PERSON.foedselsnummer) })),
    /1001 in foedselsEllerDNummer/,
  ],
  [
    'a thousand numbers and one go to KRR',
    CONTACT,
    spoiledJson((body) => ({ ...body, personidentifikatorer: Array(1001).fill(PERSON.foedselsnummer) })),
    /1001 identifiers/,
  ],
  [
    'a number has a wrong control digit',
    CONTACT,
    spoiledJson((body) => ({ ...body, personidentifikatorer: ['12848539669'] })),
    /identifier number 1/,
  ],
  ['JSON is not called JSON', MANY, spoiledHeader('content-type'), /reads the body as XML/],
  ['plates come as an object', PLATE, spoiledJson(([item]) => item), /must be a list/],
  [
    'the files come in another order',
    SENT,
    spoiledParts(([metadata, ...files]) => [metadata!, ...files.reverse()]),
    /does not have the filnavn/,
  ],
  ['a file is missing', SENT, spoiledParts((parts) => parts.slice(0, -1)), /1 file parts for 2 documents/],
  ['the files come first', SENT, spoiledParts(([metadata, ...files]) => [...files, metadata!]), /without a filename/],
  [
    'the metadata have a filename',
    SENT,
    spoiledParts(([metadata, ...files]) => [
      { name: 'forsendelse', document: jsonPart((metadata as any).text) },
      ...files,
    ]),
    /without a filename/,
  ],
  [
    'the first part has another name',
    SENT,
    spoiledParts(([metadata, ...files]) => [{ ...(metadata as any), name: 'metadata' }, ...files]),
    /must be named/,
  ],
  ['the metadata lack the title', SENT, spoiledMetadata(({ tittel: _tittel, ...rest }) => rest), /tittel/],
  [
    'HOYESTE is not encrypted',
    SENT,
    spoiledMetadata((metadata) => ({ ...metadata, sikkerhetsniva: 'HOYESTE' })),
    /HOYESTE/,
  ],
  [
    'the upload is JSON',
    SENT,
    spoiledCall((request) =>
      Array.isArray(request.body)
        ? { ...request, body: '{}', headers: { ...request.headers, 'content-type': 'application/json' } }
        : request,
    ),
    /must be multipart/,
  ],
];
