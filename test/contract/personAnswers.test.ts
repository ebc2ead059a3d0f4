/** What the sandbox answers, by the published descriptions: one that answers otherwise would teach the client wrongly. */
import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { NOBODY, REPLACED } from '../integration/persons';
import { answered, answering, personsPath } from './answering';
import { describeContract } from './specs';

const PERSON = {
  withLegalBasis: '/v1/personer/{personidentifikator}',
  withoutLegalBasis: '/offentligutenhjemmel/v1/personer/{personidentifikator}',
} as const;
const BULK = {
  withLegalBasis: '/v1/personer/bulkoppslag',
  withoutLegalBasis: '/offentligutenhjemmel/v1/personer/bulkoppslag',
} as const;

const NARROW = 'part=navn&part=status&part=adressebeskyttelse';
const EVERYTHING = [
  'person-basis',
  'identitetsgrunnlag-utvidet',
  'relasjon-utvidet',
  'innflytting',
  'utflytting',
  'foedselINorge',
  'opphold',
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'oppholdPaaSvalbard',
  'brukAvSamiskSpraak',
  'forholdTilSametingetsValgmanntall',
  'historikk',
]
  .map((part) => `part=${part}`)
  .join('&');

/** Her guardian has tasks, which the description of the package with legal basis is too old to know. */
const DESCRIBED = {
  withLegalBasis: EVERYONE.filter(({ slug }) => slug !== 'ward-with-tasks'),
  withoutLegalBasis: EVERYONE,
};

/** Which description speaks for a role of the sandbox, and what may be asked for in it. */
const ROLES = [
  ['full', 'withLegalBasis', ['', 'part=person-basis&part=historikk', EVERYTHING, 'part=navn']],
  ['single-lookups', 'withLegalBasis', ['']],
  ['narrow', 'withLegalBasis', [NARROW]],
  ['without-legal-basis', 'withoutLegalBasis', ['', 'part=historikk', 'part=relasjon-utvidet&part=navn']],
] as const;

describeContract('what the sandbox answers', () => {
  const setUp = answering('answers about persons');

  describe.each(ROLES)('about persons to the role %s', (role, description, queries) => {
    it.each(DESCRIBED[description].map(({ slug, foedselsEllerDNummer }) => [slug, foedselsEllerDNummer]))(
      '%s',
      async (_slug, number) => {
        const { caller, headers, contract } = setUp();
        for (const query of queries) {
          const body = answered(await caller.call(`${personsPath(caller, role)}/${number}?${query}`, { headers }));
          expect(Object.keys(body)).toContain('identifikasjonsnummer');
          contract.expectAnswer(description, PERSON[description], 'get', 200, body);
        }
      },
    );
  });

  describe.each(ROLES.filter(([role]) => role !== 'single-lookups'))(
    'about many persons to the role %s',
    (role, description, queries) => {
      it.each(['asked', 'current', 'error'])('with old numbers answered as %s', async (historicalNumberInBulk) => {
        const { caller, headers, contract } = setUp();
        await caller.postJson('/admin/settings', { historicalNumberInBulk });
        const persons = DESCRIBED[description];
        const numbers = [...persons.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer), REPLACED, NOBODY];
        for (const query of queries) {
          for (const somBestilt of ['true', 'false']) {
            const answer = await caller.postJson(
              `${personsPath(caller, role)}/bulkoppslag?${query}&somBestilt=${somBestilt}`,
              { foedselsEllerDNummer: numbers },
              headers,
            );
            const body = answered(answer);
            expect(body.oppslag).toHaveLength(persons.length + (somBestilt === 'true' ? 2 : 0));
            contract.expectAnswer(description, BULK[description], 'post', 200, body);
          }
        }
      });
    },
  );
});
