import { runInNewContext } from 'node:vm';
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { isOffline, SERVICES, type Field, type Operation, type Service, type Session } from '../../src/core';

const NODES = [
  { name: 'Folkeregister', node: new Folkeregister(), service: SERVICES.folkeregister },
  { name: 'KRR', node: new Krr(), service: SERVICES.krr },
  { name: 'Kjøretøyregister', node: new Kjoretoyregister(), service: SERVICES.kjoretoyregister },
  { name: 'SvarUt', node: new SvarUt(), service: SERVICES.svarut },
];
const OPERATIONS = NODES.flatMap(({ name, node, service }) =>
  service.operations.map((operation: Operation<Session>) => ({ name, node, operation, title: operation.title.en })),
);

type Ours = (typeof NODES)[number]['node'];

/** What the editor shows with any of these values, in order. */
const shownWithAny = ({ description }: Ours, values: readonly INodeParameters[], asTool = false): INodeProperties[] => {
  const form = { ...description, name: asTool ? `${description.name}Tool` : description.name };
  return form.properties.filter((property) =>
    values.some((some) => NodeHelpers.displayParameter(some, property, null, form)),
  );
};

const shown = (node: Ours, values: INodeParameters, asTool = false): INodeProperties[] =>
  shownWithAny(node, [values], asTool);

/** Choices that bring each field of an operation that depends on another into sight. */
const choicesFor = ({ name, fields }: Operation<Session>): INodeParameters[] => [
  { operation: name },
  ...fields.flatMap(({ shownWhen }) =>
    (shownWhen?.is ?? []).map((value) => ({ operation: name, [shownWhen!.field]: value })),
  ),
];

const optionsOf = (property: INodeProperties | undefined): INodeProperties[] =>
  (property?.options ?? []) as INodeProperties[];

const valuesOf = (property: INodeProperties | undefined): unknown[] =>
  ((property?.options ?? []) as INodePropertyOptions[]).map(({ value }) => value);

const chooserIn = (properties: readonly INodeProperties[]) => properties.filter(({ name }) => name === 'operation');

describe.each(OPERATIONS)('the form of $name for $title', ({ node, operation }) => {
  const properties = shownWithAny(node, choicesFor(operation));
  const OF_THE_HOST = ['operation', 'splitOutputs', 'includeInput'];
  const ours = properties.filter(({ name }) => !OF_THE_HOST.includes(name));
  const collection = ours.find(({ name }) => name === 'options');
  const basic = ours.filter((property) => property !== collection);
  const propertyFor = (field: Field): INodeProperties | undefined =>
    [...basic, ...optionsOf(collection)].find(({ name }) => name === field.name);
  const namesIn = (group: Field['group']) =>
    operation.fields.filter((field) => field.group === group).map(({ name }) => name);

  it('shows each field once, in the order of the declaration, and the advanced ones under Options', () => {
    expect(basic.map(({ name }) => name)).toEqual(namesIn(undefined));
    expect(optionsOf(collection).map(({ name }) => name)).toEqual(namesIn('advanced'));
    if (collection) expect(collection).toMatchObject({ displayName: 'Options', type: 'collection', default: {} });
  });

  it('has the chooser first, and last the switch for the fields of the item it is about, if it is about one', () => {
    expect(properties[0]).toMatchObject({ name: 'operation', noDataExpression: true });
    const switches = properties.filter(({ name }) => name === 'includeInput');
    expect(switches).toHaveLength(operation.name === 'checkConnection' ? 0 : 1);
    for (const one of switches) {
      expect(one).toMatchObject({ type: 'boolean', default: false });
      expect(properties.at(-1)).toBe(one);
    }
  });

  it('has fields that depend only on those that stand before them', () => {
    operation.fields.forEach(({ shownWhen }, at) => {
      const before = operation.fields.slice(0, at).map(({ name }) => name);
      if (shownWhen) expect(before).toContain(shownWhen.field);
    });
  });

  it.each(operation.fields.map((field) => [field.name, field] as const))('explains %s', (_name, field) => {
    const property = propertyFor(field);
    expect(property?.displayName).toContain(field.label.en);
    expect(property?.description).toContain(field.help.en);
    expect(property?.hint).toBe(field.caution?.en);
    expect(property?.required ?? false).toBe(field.required);
  });

  it('shows no field of another operation', () => {
    const others = node.description.properties.filter(
      ({ displayOptions }) =>
        displayOptions?.show?.operation && !displayOptions.show.operation.includes(operation.name),
    );
    for (const property of others) expect(properties).not.toContain(property);
  });
});

describe('the kinds of fields', () => {
  const property = (node: Ours, named: string, name: string): INodeProperties => {
    const { operation } = OPERATIONS.find(
      (one) => one.node.description.name === node.description.name && one.operation.name === named,
    )!;
    const properties = shownWithAny(node, choicesFor(operation));
    const all = [...properties, ...optionsOf(properties.find((one) => one.name === 'options'))];
    return all.find((one) => one.name === name)!;
  };
  const svarut = new SvarUt();

  it('an identifier stands where Folkeregister leaves it', () => {
    expect(property(new Krr(), 'checkNotificationRules', 'foedselsnummer')).toMatchObject({
      type: 'string',
      default: '={{ $json.foedselsnummer }}',
    });
  });

  it('an identifier that usually stands nowhere is empty', () => {
    expect(property(svarut, 'getStatus', 'consumerOrg')).toMatchObject({ type: 'string', default: '' });
  });

  it('a named entry of the credential is chosen from a list that is loaded', () => {
    expect(property(svarut, 'getStatus', 'kontoId')).toMatchObject({
      displayName: 'Account Name or ID',
      type: 'options',
      default: '',
      typeOptions: { loadOptionsMethod: 'accounts' },
    });
  });

  it('a file is the name of a binary field, and the help says how to name several', () => {
    expect(property(svarut, 'sendToPerson', 'documents')).toMatchObject({
      displayName: 'Documents (Input Binary Fields)',
      type: 'string',
      default: 'data',
      description: expect.stringMatching(/separate them with commas/),
    });
  });

  it('a structure is JSON', () => {
    expect(property(svarut, 'sendToPerson', 'postalAddress')).toMatchObject({
      type: 'json',
      default: '={{ $json.postalAddress }}',
    });
  });

  it('a number has its limits', () => {
    expect(property(svarut, 'sendToPerson', 'windowDays')).toMatchObject({
      type: 'number',
      default: 365,
      typeOptions: { minValue: 1, maxValue: 3650 },
    });
  });

  it('a limit is shown only where not all are wanted', () => {
    const withAll = (returnAll: boolean) =>
      shown(new Kjoretoyregister(), { operation: 'searchByOwnerName', returnAll }).map(({ name }) => name);
    expect(withAll(false)).toContain('limit');
    expect(withAll(true)).not.toContain('limit');
  });

  it('a moment is a date with a time, and empty means now', () => {
    expect(property(new Kjoretoyregister(), 'lookUpByKuid', 'dtg')).toMatchObject({ type: 'dateTime', default: '' });
  });

  it('a switch is on or off', () => {
    expect(property(svarut, 'sendToPerson', 'tosidig')).toMatchObject({ type: 'boolean', default: true });
  });

  it('a choice has its values with labels and help', () => {
    expect(property(new Krr(), 'checkNotificationRules', 'purpose')).toMatchObject({
      type: 'options',
      default: 'vedtak',
      options: [
        { name: 'Formal Decision', value: 'vedtak', description: expect.stringContaining('§ 9') },
        { name: 'Service Message', value: 'servicemelding', description: expect.stringContaining('Appointments') },
      ],
    });
  });

  it('several choices begin with the few that are needed', () => {
    const parts = property(new Folkeregister(), 'getPerson', 'parts');
    expect(parts.type).toBe('multiOptions');
    expect(parts.default).toEqual([
      'navn',
      'status',
      'foedsel',
      'bostedsadresse',
      'oppholdsadresse',
      'postadresse',
      'postadresseIUtlandet',
      'adressebeskyttelse',
    ]);
    expect(valuesOf(parts)).toEqual(expect.arrayContaining([...(parts.default as string[]), 'sivilstand']));
  });
});

describe.each(NODES)('$name', ({ node, service }) => {
  it('offers each operation with what it is for, and begins with one it has', () => {
    const [chooser, ...more] = chooserIn(shown(node, {}));
    expect(more).toEqual([]);
    expect(chooser?.options).toEqual(
      service.operations.map(({ name, title, summary }) => ({
        name: title.en,
        value: name,
        action: title.en,
        description: summary.en,
      })),
    );
    expect(valuesOf(chooser)).toContain(chooser?.default);
  });

  it('offers an AI agent only what reads, and may be told to one', () => {
    const [chooser, ...more] = chooserIn(shown(node, {}, true));
    expect(more).toEqual([]);
    const operations: readonly Operation<Session>[] = service.operations;
    const reads = operations
      .filter(({ effect, notForAi }) => effect === 'read' && notForAi !== true)
      .map(({ name }) => name);
    expect(valuesOf(chooser)).toEqual(reads);
    expect(reads).toContain(chooser?.default);
    expect(node.description.usableAsTool).toBe(true);
  });

  it('says on the canvas what it does', () => {
    const subtitle = String(node.description.subtitle);
    const expression = /^=\{\{ (.*) \}\}$/.exec(subtitle)?.[1];
    for (const { name, title } of service.operations)
      expect(runInNewContext(expression!, { $parameter: { operation: name } })).toBe(title.en);
  });

  it('asks for the credentials its service needs', () => {
    const names = node.description.credentials?.map(({ name, required }) => [name, required]);
    const mayAsk = service.needsFiks || 'mayUseFiks' in service;
    expect(names).toEqual([['maskinportenApi', true], ...(mayAsk ? [['fiksIntegrationApi', true]] : [])]);
  });

  it('shows the Fiks credential only where its calls go through Fiks', () => {
    const fiks = node.description.credentials?.find(({ name }) => name === 'fiksIntegrationApi');
    const { mayUseFiks, mayDoWithoutFiks } = service as Service;
    const shown = mayUseFiks && { show: { [mayUseFiks.field]: [mayUseFiks.is] } };
    const offline = service.operations.filter((operation) => isOffline(operation)).map(({ name }) => name);
    const hidden = mayDoWithoutFiks && {
      hide: { operation: offline, [mayDoWithoutFiks.field]: [mayDoWithoutFiks.is] },
    };
    expect(fiks?.displayOptions).toEqual(shown ?? hidden);
  });
});

it('shows what changes something in SvarUt only where no AI agent chooses', () => {
  const asking = [
    'getStatus',
    'findByReference',
    'getEvents',
    'getSigningEvents',
    'getDocumentMetadata',
    'listShipmentTypes',
    'findReceivingSystems',
    'lookUpNhnParty',
    'checkConnection',
  ];
  const sending = ['sendToPerson', 'sendToOrganisation', 'sendToHealthNetwork', 'sendAsPaperOnly'];
  const [before, after] = [asking.slice(0, 5), asking.slice(5)];
  const choosers = chooserIn(new SvarUt().description.properties);
  expect(choosers.map((chooser) => [chooser.displayOptions?.show?.['@tool'], valuesOf(chooser)])).toEqual([
    [[false], [...sending, ...before, 'markAsRead', 'deleteDocuments', ...after]],
    [[true], asking],
  ]);
});

it('shows what is not for an AI agent only where none chooses', () => {
  const NOT_FOR_AI = ['includeAddresses', 'includeProtectedAddresses', 'includeProtectionGrade'];
  const hidden = OPERATIONS.flatMap(({ node, operation }) => {
    const fields = (asTool: boolean) => {
      const properties = shown(node, { operation: operation.name }, asTool);
      const form = { ...node.description, name: `${node.description.name}${asTool ? 'Tool' : ''}` };
      const options = optionsOf(properties.find(({ name }) => name === 'options')).filter((property) =>
        NodeHelpers.displayParameter({}, property, null, form),
      );
      return [...properties, ...options];
    };
    const forAgents = fields(true).map(({ name }) => name);
    if (operation.effect === 'send') return [];
    return fields(false).filter(({ name }) => !forAgents.includes(name));
  });
  // An agent hears one answer, so it is offered no outputs to choose between either.
  expect([...new Set(hidden.map(({ name }) => name))].sort()).toEqual([...NOT_FOR_AI, 'splitOutputs']);
  for (const { displayOptions } of hidden) expect(displayOptions?.show?.['@tool']).toEqual([false]);
  const declared = OPERATIONS.flatMap(({ operation }) => operation.fields);
  const notForAi = declared.filter((field) => field.kind === 'boolean' && field.notForAi);
  expect([...new Set(notForAi.map(({ name }) => name))].sort()).toEqual(NOT_FOR_AI);
});

it('has n8n hide what identifies a person in stored executions', () => {
  const HIDDEN = [
    'foedselsnummer',
    'name',
    'postalAddress',
    'person',
    'email.address',
    'mobile.address',
    'email',
    'mobile',
    'mobile.e164',
    'mailbox',
    'persons',
    'vehicles',
    'customers',
    'owner',
    'coOwner',
    'responsibleUser',
    'raw',
    'addresses',
    'bostedsadresse',
    'graderingsnivaa',
    'xml',
  ];
  const declared = new Set(OPERATIONS.flatMap(({ operation }) => operation.sensitive));
  expect([...declared]).toEqual(expect.arrayContaining(HIDDEN));
  // The same on every node, since an item can carry along what another node has found out.
  for (const { name, node } of NODES)
    expect([name, [...(node.description.sensitiveOutputFields ?? [])].sort()]).toEqual([name, [...declared].sort()]);
});
