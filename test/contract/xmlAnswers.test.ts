/**
 * What the sandbox answers about persons and events in XML, by the published schemas. Those are older than the register of today:
 * what they do not know is listed here, and nothing else may be new.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVENT_TYPES } from '../../sandbox/src/folkeregister/eventTypes';
import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { RegisterCaller } from '../sandbox/folkeregisterCaller';
import { Count } from './count';
import { describeContract, FOLDER } from './specs';
import { readXml } from './xml';
import { Xsd } from './xsd';

const PERSON_SCHEMA = 'folkeregister-persondokument-1.0-beta2.xsd';
const EVENT_SCHEMA = 'folkeregister-hendelsedokument-1.4.xsd';

const EVERYTHING = [
  ...['person-basis', 'identitetsgrunnlag-utvidet', 'relasjon-utvidet', 'innflytting', 'utflytting', 'foedselINorge'],
  ...['opphold', 'utlendingsmyndighetenesIdentifikasjonsnummer', 'brukAvSamiskSpraak', 'historikk'],
].map((part) => `part=${part}`);

const NEWER_IN_PERSONS = [
  'UtflyttingFraNorge.utflyttingsdato',
  'VergeRepresentantEllerFullmektig.navnFoedselsdato',
  'VergeRepresentantEllerFullmektig.omfangetErInnenPersonligOmraade',
  'VergeRepresentantEllerFullmektig.tjenesteomraade',
];

const NEWER_IN_EVENTS = [
  ...['endringIBostedsadresseVedKommuneregulering', 'endringIOppholdPaaSvalbard', 'endringIRettsligHandleevne'],
  ...['endringISametingetsValgmanntall', 'personErInaktiv'],
].map((type) => `Hendelsestype=${type}`);

describeContract('what the sandbox answers in XML', () => {
  const answers = new Count();
  let register: RegisterCaller;
  beforeAll(async () => void (register = await RegisterCaller.start()));
  afterAll(async () => {
    await register.close();
    answers.report('answers in XML');
  });

  const schema = (file: string) => new Xsd(readFileSync(path.join(FOLDER, file), 'utf8'));
  const judging = (file: string) => {
    const xsd = schema(file);
    const unknown = new Set<string>();
    return {
      unknown,
      judge: ({ status, body }: { status: number; body: string }): void => {
        expect(status).toBe(200);
        const findings = xsd.judge(body);
        expect([...findings.wrong]).toEqual([]);
        for (const one of findings.unknown) unknown.add(one);
        answers.add(file);
      },
    };
  };
  const XML = { accept: 'application/xml' };

  it('about everyone, with everything, now and before', async () => {
    const { judge, unknown } = judging(PERSON_SCHEMA);
    for (const { foedselsEllerDNummer } of EVERYONE) {
      judge(await register.get(`/personer/${foedselsEllerDNummer}?${EVERYTHING.join('&')}`, XML));
    }
    expect([...unknown].sort()).toEqual(NEWER_IN_PERSONS);
  });

  it('about events of every type', async () => {
    const { judge, unknown } = judging(EVENT_SCHEMA);
    for (const type of EVENT_TYPES) {
      for (const person of ['12848539668', '06921689800', '57829147744', '14829449898']) {
        const number = await register.happens({ type, person });
        const [{ hendelse }] = (await register.get(`/hendelser/feed?seq=${number}`)).body;
        const answer = await register.get(`/hendelser/${hendelse.hendelsesdokument}`, XML);
        // An event that only says to fetch anew has none.
        if (answer.status !== 404) judge(answer);
      }
    }
    expect([...unknown].sort()).toEqual(NEWER_IN_EVENTS);
  });

  const PERSON = '<folkeregisterperson xmlns="folkeregisteret:tilgjengeliggjoering:person:v1">';
  const NUMBER = '<foedselsEllerDNummer>12848539668</foedselsEllerDNummer>';
  const person = (content: string) =>
    `${PERSON}<identifikasjonsnummer>${content}</identifikasjonsnummer></folkeregisterperson>`;

  it.each([
    ['another namespace', person(NUMBER).replace('person:v1', 'person:v2'), 'the namespace of folkeregisterperson'],
    ['a number of ten digits', person(NUMBER.replace('68', '6')), 'Foedselsnummer is not 1284853966'],
    [
      'a moment that is none',
      person(`<ajourholdstidspunkt>i dag</ajourholdstidspunkt>${NUMBER}`),
      'i dag is no xsd:dateTime',
    ],
    ['another order', person(`${NUMBER}<kilde>x</kilde>`), 'Folkeregisteridentifikator.kilde comes too late'],
    ['nobody', `${PERSON}</folkeregisterperson>`, 'Folkeregisterperson.identifikasjonsnummer is missing'],
  ])('would be found out: %s', (_what, xml, wrong) => {
    expect([...schema(PERSON_SCHEMA).judge(xml).wrong]).toContain(wrong);
  });

  it('would be found out: what is not closed', () => {
    expect(() => readXml('<a><b></a>')).toThrow('closes another element');
    expect(() => readXml('<a>')).toThrow('not one whole element');
  });
});
