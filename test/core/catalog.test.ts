import { SignJWT } from 'jose';
import { documentFromBytes } from '../../src/http/document';
import { operationNamed, SERVICES } from '../../src/catalog';
import { FIKS_CREDENTIAL } from '../../src/credentials/fiks';
import { MASKINPORTEN_CREDENTIAL } from '../../src/credentials/maskinporten';
import { checkInput } from '../../src/operations/checkInput';
import type { Field, Text } from '../../src/operations/field';
import type { JsonObject } from '../../src/operations/operation';
import { runOperation } from '../../src/operations/run';
import { CHILD_EXAMPLE } from '../../src/folkeregister/oppvekst/example';
import { PART_NAMES } from '../../src/folkeregister/parts';
import { RESULT_FIELDS } from '../../src/folkeregister/simplified/fields';
import { Feed, idOf } from './folkeregister/eventFeed';
import { currentPersonaOf } from './folkeregister/personas';
import { person as owner, plateAt, vehicle } from './kjoretoyregister/vehicles';
import { fakeWorld, sessionIn, valueOf, type Reply } from './fakePorts';

const services = Object.values(SERVICES);
const operations = services.flatMap((service) =>
  service.operations.map((operation) => ({ name: `${service.name}.${operation.name}`, service, operation })),
);
const fields = operations.flatMap(({ name, operation }) =>
  operation.fields.map((field) => ({ name: `${name}.${field.name}`, field })),
);

/** What a person has in another form, or when other parts are asked for. */
const OF_A_PERSON = [...RESULT_FIELDS.map(({ name }) => name), ...PART_NAMES, 'xml', 'graderingsnivaa'];

/** What an example lacks because an author must ask for it. */
const OWNER_ON_REQUEST = ['owner', 'coOwner', 'responsibleUser', 'raw'];

const isWritten = (text: Text | undefined): boolean =>
  [text?.en, text?.nb].every((one) => one !== undefined && one.trim() === one && one.length > 1);

test('every operation is there, and no other', () => {
  expect(operations.map(({ name }) => name).sort()).toEqual([
    'folkeregister.checkConnection',
    'folkeregister.countMunicipalityEvents',
    'folkeregister.createMunicipalityEventRole',
    'folkeregister.deleteMunicipalityEventRole',
    'folkeregister.findExactPerson',
    'folkeregister.findLetterRecipient',
    'folkeregister.getChildWithParents',
    'folkeregister.getContract',
    'folkeregister.getEvent',
    'folkeregister.getExtractBatch',
    'folkeregister.getHistoricalVersion',
    'folkeregister.getLatestEventNumber',
    'folkeregister.getManyPersons',
    'folkeregister.getPerson',
    'folkeregister.listMunicipalityEventTypes',
    'folkeregister.listMunicipalityEvents',
    'folkeregister.listResidents',
    'folkeregister.orderExtract',
    'folkeregister.readEventFeed',
    'folkeregister.searchPersons',
    'folkeregister.validateIdentityNumber',
    'kjoretoyregister.checkConnection',
    'kjoretoyregister.listVehiclesOfOrganisation',
    'kjoretoyregister.listVehiclesOfPerson',
    'kjoretoyregister.lookUpByKjennemerke',
    'kjoretoyregister.lookUpByKuid',
    'kjoretoyregister.lookUpByUnderstellsnummer',
    'kjoretoyregister.searchByFoedselsnummer',
    'kjoretoyregister.searchByKjennemerke',
    'kjoretoyregister.searchByKundeId',
    'kjoretoyregister.searchByOrganisasjonsnummer',
    'kjoretoyregister.searchByOwnerName',
    'kjoretoyregister.searchByUnderstellsnummer',
    'kjoretoyregister.searchCustomers',
    'krr.checkConnection',
    'krr.checkNotificationRules',
    'krr.lookUpContactInfo',
    'krr.readChanges',
    'svarut.checkConnection',
    'svarut.deleteDocuments',
    'svarut.findByReference',
    'svarut.findReceivingSystems',
    'svarut.getDocumentMetadata',
    'svarut.getEvents',
    'svarut.getSigningEvents',
    'svarut.getStatus',
    'svarut.listShipmentTypes',
    'svarut.lookUpNhnParty',
    'svarut.markAsRead',
    'svarut.sendAsPaperOnly',
    'svarut.sendToHealthNetwork',
    'svarut.sendToOrganisation',
    'svarut.sendToPerson',
  ]);
});

describe('every service', () => {
  test.each(Object.entries(SERVICES))(
    '%s has its own name, a title and a summary in both languages',
    (key, service) => {
      expect(service.name).toBe(key);
      expect([service.title, service.summary].every(isWritten)).toBe(true);
    },
  );

  test('finds its operations by name', () => {
    for (const { service, operation } of operations) expect(operationNamed(service, operation.name)).toBe(operation);
    expect(operationNamed(SERVICES.krr, 'sendToPerson')).toBeUndefined();
  });
});

describe.each(operations)('$name', ({ operation }) => {
  test('has a title and a summary in both languages', () => {
    expect(isWritten(operation.title)).toBe(true);
    expect(isWritten(operation.summary)).toBe(true);
    expect([operation.summary.en, operation.summary.nb].every((text) => text.endsWith('.'))).toBe(true);
  });

  test('has fields of different names and labels', () => {
    for (const unique of [
      (field: Field) => field.name,
      (field: Field) => field.label.en,
      (field: Field) => field.label.nb,
    ]) {
      const all = operation.fields.map(unique);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('goes in batches only over a field it has', () => {
    if (operation.batch) {
      const on = [operation.batch.on].flat();
      expect(operation.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(on));
      // Over no field at all, everything that comes in is one and the same question.
      expect(operation.batch.limit > 1 || on.length === 0).toBe(true);
    }
    // A send is never put together with others, nor taken for the same as another.
    expect(operation.effect === 'send' && operation.batch !== undefined).toBe(false);
  });

  test('names as sensitive only what a result can have', () => {
    const known = new Set([
      ...Object.keys(operation.example),
      'person',
      'mobile',
      'email',
      ...OWNER_ON_REQUEST,
      ...OF_A_PERSON,
    ]);
    for (const path of operation.sensitive) expect(known).toContain(path.split('.')[0]);
  });

  test("has an example without a number that could be a real person's", () => {
    for (const number of JSON.stringify(operation.example).match(/\b\d{11}\b/g) ?? [])
      expect(Number(number.slice(2, 4))).toBeGreaterThan(80);
  });
});

test('only rights that are given and taken, letters, and what is done to letters that are sent, change the world', () => {
  expect(operations.filter(({ operation }) => operation.effect === 'send').map(({ name }) => name)).toEqual([
    'folkeregister.createMunicipalityEventRole',
    'folkeregister.deleteMunicipalityEventRole',
    'svarut.sendToPerson',
    'svarut.sendToOrganisation',
    'svarut.sendToHealthNetwork',
    'svarut.sendAsPaperOnly',
    'svarut.markAsRead',
    'svarut.deleteDocuments',
  ]);
});

test('what lets protected or contact addresses out is not for an AI agent, and nothing else is kept from it', () => {
  expect(
    fields
      .filter(({ field }) => 'notForAi' in field && field.notForAi)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(
    [
      'folkeregister.findLetterRecipient.includeProtectedAddresses',
      ...[
        'findExactPerson',
        'getChildWithParents',
        'getEvent',
        'getHistoricalVersion',
        'getManyPersons',
        'getPerson',
        'listResidents',
        'searchPersons',
      ].flatMap((name) => [
        `folkeregister.${name}.includeProtectedAddresses`,
        `folkeregister.${name}.includeProtectionGrade`,
      ]),
      'kjoretoyregister.lookUpByKjennemerke.includeProtectedAddresses',
      'kjoretoyregister.lookUpByKuid.includeProtectedAddresses',
      'kjoretoyregister.lookUpByUnderstellsnummer.includeProtectedAddresses',
      'kjoretoyregister.searchByFoedselsnummer.includeProtectedAddresses',
      'kjoretoyregister.searchByKjennemerke.includeProtectedAddresses',
      'kjoretoyregister.searchByKundeId.includeProtectedAddresses',
      'kjoretoyregister.searchByOrganisasjonsnummer.includeProtectedAddresses',
      'kjoretoyregister.searchByOwnerName.includeProtectedAddresses',
      'kjoretoyregister.searchByUnderstellsnummer.includeProtectedAddresses',
      'kjoretoyregister.searchCustomers.includeProtectedAddresses',
      'krr.checkNotificationRules.includeAddresses',
    ].sort(),
  );
});

test('every result that has an identity number says that it is sensitive', () => {
  for (const { operation } of operations)
    if ('foedselsnummer' in operation.example) expect(operation.sensitive).toContain('foedselsnummer');
});

describe.each(fields)('$name', ({ field }) => {
  test('has a label and a help in both languages, the help a sentence', () => {
    expect(isWritten(field.label)).toBe(true);
    expect(isWritten(field.help)).toBe(true);
    expect([field.help.en, field.help.nb].every((text) => text.endsWith('.'))).toBe(true);
  });

  test('has choices of different values, each with a label in both languages, and a default among them', () => {
    if (field.kind !== 'choice' && field.kind !== 'choices') {
      expect(field).not.toHaveProperty('choices');
      return;
    }
    const values = field.choices.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(field.choices.every(({ label }) => isWritten(label))).toBe(true);
    for (const value of [field.default].flat()) expect(values).toContain(value);
  });

  test('has a default that passes its own check', () => {
    if (!('default' in field)) {
      // Only fields that may be left out, or must be filled in, have none.
      expect([
        'text',
        'texts',
        'list',
        'identifier',
        'number',
        'choicesFrom',
        'dateTime',
        'json',
        'documents',
      ]).toContain(field.kind);
      return;
    }
    expect(checkInput([field], { [field.name]: field.default }, { realPersons: false })).toEqual({
      [field.name]: field.default,
    });
  });

  test('is not folded away when it must be filled in', () => {
    expect(field.required && field.group === 'advanced').toBe(false);
  });
});

describe('an example', () => {
  const person = { foedselsnummer: '12848539668' };
  const letterId = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';
  const documents = [documentFromBytes('a.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.7'))];
  const letter = { tittel: 'Vedtak', documents, eksternReferanse: 'r' };
  const postalAddress = { adresselinje1: 'Tenkeveien 14B', poststed: 'BERGEN' };
  const taken = [{ json: { forsendelser: [] } }, { json: { id: letterId } }];
  const named = (who: string) => ({ [`${who}Fornavn`]: 'RASK', [`${who}Etternavn`]: 'FYRLYKT' });
  const contact = { epostadresse: 'a@example.no', epostadresse_oppdatert: '2026-06-10T21:00:01+02' };
  const krr = {
    json: {
      personer: [
        {
          personidentifikator: person.foedselsnummer,
          status: 'AKTIV',
          reservasjon: 'NEI',
          varslingsstatus: 'KAN_VARSLES',
          kontaktinformasjon: contact,
        },
      ],
    },
  };

  const krrWithAll = {
    json: {
      personer: krr.json.personer.map((one) => ({
        ...one,
        kontaktinformasjon: { ...contact, mobiltelefonnummer: '99999999' },
        digital_post: { postkasseadresse: 'rask.fyrlykt#9YDT' },
      })),
    },
  };

  /** What a token says of itself is read for the check of a connection alone. */
  const speakingToken = async (): Promise<Reply> => {
    const claims = new SignJWT({ consumer: { ID: '0192:310475025' }, scope: 'ks:fiks' });
    return {
      json: {
        access_token: await claims.setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32)),
        expires_in: 119,
      },
    };
  };

  const kjoretoy = vehicle(plateAt(1));
  const looked: Reply = { json: { responser: [{ request: {}, kjoretoydata: kjoretoy }] } };
  const hits: Reply = { json: { responskoder: [], antallTreffTotalt: 1, kjoretoyresponser: [{ kjoretoy }] } };
  const kunder = [{ personEnhet: owner('TEKOPP'), antallKjoretoy: 2 }];
  const ofOrganisation = { organisasjonsnummer: '310048208' };

  const happened = { tidspunkt: '2026-11-20T10:00:00+01:00', hendelse: 'Forsendelsen er mottatt' };
  const receivingSystem = { id: '1', navn: 'a', organisasjonsnummer: '1', forsendelseType: 'generell', niva: 3 };

  const feed = new Feed();
  feed.happens(7);
  const feedRequest = {
    method: 'GET',
    url: 'https://api.test/hendelser/feed?seq=7',
    headers: {},
    timeoutMs: 1,
  } as const;
  const death = {
    dokumentidentifikator: idOf(1),
    hendelse: {
      folkeregisteridentifikator: '05913828676',
      hendelsestype: 'personErDoed',
      ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
      egenskapshendelse: [
        { entitet: 'doedsfall', entitetsendring: 'registrereNy', doedsfall: { doedsdato: '2026-05-03' } },
      ],
    },
  };
  const real: Record<string, [values: Record<string, unknown>, answers: Reply[]]> = {
    'folkeregister.getPerson': [person, [{ json: currentPersonaOf('ordinary-resident') }]],
    'folkeregister.getLatestEventNumber': [{}, [{ json: 40_015 }]],
    'folkeregister.readEventFeed': [
      { fromNumber: 7 },
      [{ ...(feed.route(feedRequest, 1) as Reply), headers: { etag: '"0c1d"' } }],
    ],
    'folkeregister.getEvent': [{ hendelsesdokument: idOf(1) }, [{ json: death }]],
    'folkeregister.listMunicipalityEvents': [
      { fraDato: '2026-11-01', kommunenumre: '4601' },
      [{ json: { fnr: [person.foedselsnummer] } }],
    ],
    'folkeregister.countMunicipalityEvents': [
      { fraDato: '2026-11-01', kommunenummer: '4601' },
      [{ json: { antall: 256, parametere: {} } }],
    ],
    'folkeregister.listMunicipalityEventTypes': [
      {},
      [{ json: { hendelsestyper: [{ hendelsestype: 'DOED', visningsnavn: 'Død', beskrivelse: 'Har dødd' }] } }],
    ],
    'folkeregister.getChildWithParents': [{ foedselsnummer: '30891694896' }, [{ json: [CHILD_EXAMPLE] }]],
    'folkeregister.createMunicipalityEventRole': [{ changesAccess: true }, [{}]],
    'folkeregister.deleteMunicipalityEventRole': [{ changesAccess: true }, [{}]],
    'folkeregister.listResidents': [
      { bostedskommunenummer: '4601', includePersons: true },
      [
        { json: { jobbId: 'a' } },
        { json: { foedselsEllerDNummer: [person.foedselsnummer] } },
        { json: currentPersonaOf('ordinary-resident') },
        { json: {} },
      ],
    ],
    'folkeregister.orderExtract': [{ bostedskommunenummer: '4601' }, [{ json: { jobbId: 'a' } }]],
    'folkeregister.getExtractBatch': [{ jobId: 'a' }, [{ json: { foedselsEllerDNummer: [person.foedselsnummer] } }]],
    'folkeregister.getManyPersons': [
      { foedselsnumre: [person.foedselsnummer] },
      [{ json: currentPersonaOf('ordinary-resident') }],
    ],
    'folkeregister.findExactPerson': [
      { navn: 'Rask Fyrlykt', postnummer: '5003' },
      [{ json: currentPersonaOf('ordinary-resident') }],
    ],
    'folkeregister.searchPersons': [{ navn: 'Fyrlykt' }, [{ json: { foedselsEllerDNummer: [person.foedselsnummer] } }]],
    'folkeregister.getHistoricalVersion': [
      { persondokument: '0f3b2c1d4e5f60718293a4b5c6d7e8f9' },
      Array<Reply>(2).fill({ json: currentPersonaOf('ordinary-resident') }),
    ],
    'folkeregister.getContract': [{}, [{ text: '<xs:schema/>' }]],
    'folkeregister.findLetterRecipient': [person, [{ json: currentPersonaOf('ordinary-resident') }]],
    'folkeregister.validateIdentityNumber': [{ identityNumber: person.foedselsnummer }, []],
    'krr.checkNotificationRules': [person, [krr]],
    'krr.lookUpContactInfo': [person, [krrWithAll]],
    'krr.readChanges': [{}, [{ json: { list: krr.json.personer, tilEndringsId: 1, sisteEndringsId: 1 } }]],
    'kjoretoyregister.lookUpByKjennemerke': [{ kjennemerke: plateAt(1) }, [looked]],
    'kjoretoyregister.lookUpByKuid': [{ kuid: '9910001' }, [looked]],
    'kjoretoyregister.lookUpByUnderstellsnummer': [{ understellsnummer: 'SYNTKJT0000000101' }, [hits]],
    'kjoretoyregister.listVehiclesOfPerson': [
      person,
      [{ json: { kjoretoy: [{ tekniskeData: { drivstoff: ['Bensin'] } }] } }],
    ],
    'kjoretoyregister.listVehiclesOfOrganisation': [
      ofOrganisation,
      [{ json: { kjoretoy: [{ tekniskeData: { drivstoff: ['Bensin'] } }] } }],
    ],
    'kjoretoyregister.searchByOwnerName': [{ navn: 'Varm Tekopp' }, [hits]],
    'kjoretoyregister.searchByOrganisasjonsnummer': [ofOrganisation, [hits]],
    'kjoretoyregister.searchByFoedselsnummer': [person, [hits]],
    'kjoretoyregister.searchByKundeId': [{ kundeId: '990000001' }, [hits]],
    'kjoretoyregister.searchByKjennemerke': [{ kjennemerkePattern: 'DN0010?' }, [hits]],
    'kjoretoyregister.searchByUnderstellsnummer': [{ understellsnummerPattern: 'SYNT*' }, [hits]],
    'kjoretoyregister.searchCustomers': [{ navn: 'Varm Tekopp' }, [{ json: { kunder } }]],
    'svarut.sendToPerson': [{ ...person, ...letter, navn: 'RASK', kunDigitalLevering: true }, taken],
    'svarut.sendToOrganisation': [{ ...ofOrganisation, ...letter, navn: 'FYRLYKT AS', postalAddress }, taken],
    'svarut.sendToHealthNetwork': [
      {
        ...letter,
        ...named('pasient'),
        ...named('avsender'),
        mottakertype: 'FASTLEGE',
        pasientFoedselsnummer: person.foedselsnummer,
        avsenderTelefonnummer: '55 55 55 55',
      },
      taken,
    ],
    'svarut.sendAsPaperOnly': [{ ...letter, navn: 'RASK FYRLYKT', postalAddress }, taken],
    'svarut.findByReference': [
      { eksternReferanse: 'r' },
      [{ json: { forsendelser: [{ id: letterId, dato: '2026-11-20T10:00:00+01:00', status: 'LEST' }] } }],
    ],
    'svarut.getStatus': [{ letterId }, [{ json: { statuser: [{ id: letterId, status: 'LEVERT_SDP' }] } }]],
    'svarut.getEvents': [{ letterId }, [{ json: { hendelser: [happened] } }]],
    'svarut.getSigningEvents': [{ letterId }, [{ json: { hendelser: [{ ...happened, status: 'UTLOPT' }] } }]],
    'svarut.getDocumentMetadata': [
      { letterId },
      [{ json: { dokumenter: [{ filnavn: 'a.pdf', mimeType: 'application/pdf' }] } }],
    ],
    'svarut.markAsRead': [{ letterId, ...person }, [{ status: 204 }]],
    'svarut.deleteDocuments': [{ letterId, cannotBeUndone: true, confirmation: 'DELETE' }, [{ status: 204 }]],
    'svarut.listShipmentTypes': [{}, [{ json: { forsendelsestyper: ['generell'] } }]],
    'svarut.findReceivingSystems': [{}, [{ json: { mottakersystemer: [receivingSystem] } }]],
    'svarut.lookUpNhnParty': [{ herId: 1 }, [{ json: { herId: 1, type: 'ORGANIZATION' } }]],
  };

  /** The names of all values, with those of lists taken from their first. */
  const shapeOf = (value: unknown, path = ''): string[] => {
    if (Array.isArray(value)) return shapeOf(value[0], `${path}[]`);
    if (value === null || typeof value !== 'object') return [path];
    return Object.entries(value as JsonObject).flatMap(([name, inner]) =>
      shapeOf(inner, path ? `${path}.${name}` : name),
    );
  };

  test.each(operations)('of $name has what a real result has', async ({ name, operation }) => {
    const [values, answers] = real[name] ?? [{}, []];
    const world = fakeWorld((_request, nth) => answers[nth - 1] ?? { status: 500 }, { token: speakingToken });
    const [outcome] = await runOperation(operation, sessionIn(world), [{ values }], { rules: { realPersons: false } });
    expect(shapeOf(operation.example).sort()).toEqual(shapeOf(valueOf(outcome)).sort());
  });
});

describe.each([MASKINPORTEN_CREDENTIAL, FIKS_CREDENTIAL])('the credential $name', ({ title, fields: own }) => {
  test('has a title, and fields with labels and helps in both languages', () => {
    expect(isWritten(title)).toBe(true);
    for (const field of own) {
      const choices = field.kind === 'choice' ? field.choices.map(({ label }) => label) : [];
      const columns = field.kind === 'list' ? field.columns.flatMap(({ label, help }) => [label, help]) : [];
      expect([field.label, field.help, ...choices, ...columns].every(isWritten)).toBe(true);
    }
  });

  test('keeps keys, passwords and secrets where the host keeps secrets', () => {
    for (const { name, kind } of own)
      expect(/key$|password|passphrase|secret/i.test(name)).toBe(kind === 'secret' || kind === 'secretText');
  });

  test('shows fields only by others it has, with values those can have', () => {
    for (const { shownWhen } of own) {
      if (!shownWhen) continue;
      const other = own.find(({ name }) => name === shownWhen.field);
      const values = other?.kind === 'choice' ? other.choices.map(({ value }) => value) : [true, false];
      expect(values).toContain(shownWhen.is);
      expect(['choice', 'switch']).toContain(other?.kind);
    }
    expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
  });
});
