import { createHash } from 'node:crypto';
import type { SandboxState } from '../state.js';
import { readList } from './bodies.js';
import type { RegisterEvent } from './earlierEvents.js';
import { eventDocument } from './eventDocument.js';
import { isTooOld } from './eventFeed.js';
import { atomFeed, storedEvent } from './feedPage.js';
import type { Access } from './packages.js';
import { expectBulk, personAnswer, viewer } from './personResources.js';
import { readNumber, readQuery } from './query.js';
import { RegisterRefusal } from './registerRefusal.js';
import { answerAs, type Resource } from './resource.js';
import { documentOf } from './versions.js';
import { EVENT_NAMESPACE, eventXsd, feedXsd, PERSON_NAMESPACE } from './xsd.js';

const BOTH = ['json', 'xml'] as const;

const isDocumentId = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(value);

/** The documentation writes ids as UUIDs too. */
const compact = (id: string): string => id.replaceAll('-', '').toLowerCase();

const unknownDocument = (): RegisterRefusal =>
  new RegisterRefusal(404, 'Ukjent dokumentid.', 'no document in the sandbox has this id');

/** The feed, and what its events point to. */
export const eventResources = (state: SandboxState): readonly Resource[] => {
  const { events } = state.folkeregister;
  const grow = (): number => {
    const elapsed = state.clock.elapsed();
    events.grow(elapsed, state.settings.eventEverySeconds);
    return elapsed;
  };

  const expectRecent = (event: RegisterEvent | undefined, elapsed: number): void => {
    if (!event || !isTooOld(event, elapsed)) return;
    throw new RegisterRefusal(400, 'Dokumentet er eldre enn tre år.', 'the document is older than three years');
  };

  const findDocument = (id: string) => {
    const elapsed = grow();
    const event = events.findEvent(compact(id));
    expectRecent(event, elapsed);
    return event && eventDocument(event, state.world.persons.findByAnyNumber(event.folkeregisteridentifikator));
  };

  const findVersion = (id: string) => {
    const elapsed = grow();
    const found = events.findVersion(compact(id));
    expectRecent(found?.event, elapsed);
    return found?.version;
  };

  const feed = (request: Parameters<Resource['answer']>[0], { pack, throughFiks }: Access) => {
    const elapsed = grow();
    const seq = readNumber(readQuery(request, ['seq']).values.seq, 'seq');
    const from = seq - pack.sequenceOffset;
    const { feedPageSize, feedPastEnd } = state.settings;
    if (from < events.oldest(elapsed)) {
      throw new RegisterRefusal(
        406,
        'Ulovlig sekvensnummer: hendelsene er eldre enn 36 måneder.',
        'seq is of an event older than 36 months, or below the first number of this package',
      );
    }
    const page = events.page(from, feedPageSize).map((event) => storedEvent(event, pack));
    if (page.length === 0 && feedPastEnd === '404') {
      throw new RegisterRefusal(404, 'Ikke funnet.', 'seq is past the end of the feed', 'model');
    }
    const path = request.url.split('?', 1)[0] ?? '';
    const forwarded = !throughFiks || state.settings.fiksForwardsEtag;
    const digest = createHash('md5')
      .update(JSON.stringify([seq, feedPageSize, page]))
      .digest('hex');
    return {
      body: page,
      xml: () => atomFeed(path, seq, feedPageSize, page),
      ...(forwarded && { etag: `"${digest}"` }),
    };
  };

  return [
    { method: 'GET', path: '/hendelser/feed', operation: 'feed', offers: ['json', 'atom', 'xml'], answer: feed },
    {
      method: 'GET',
      path: '/hendelser/siste/sekvensnummer',
      operation: 'sisteSekvensnummer',
      offers: ['json', 'xml', 'text'],
      answer: (_request, { pack }) => {
        grow();
        const sekvensnummer = events.latest + pack.sequenceOffset;
        return { ...answerAs('Sekvensnummer', undefined, { sekvensnummer }), body: sekvensnummer };
      },
    },
    {
      method: 'GET',
      path: '/hendelser/:hendelsesidentifikator',
      operation: 'hendelse',
      offers: BOTH,
      legalBasisOnly: true,
      answer: (request) => {
        const document = findDocument((request.params as { hendelsesidentifikator: string }).hendelsesidentifikator);
        if (!document) throw unknownDocument();
        return answerAs('dokumentForHendelse', EVENT_NAMESPACE, document);
      },
    },
    {
      method: 'POST',
      path: '/hendelser/bulkoppslag',
      operation: 'bulkHendelser',
      offers: BOTH,
      legalBasisOnly: true,
      answer: ({ body }, access) => {
        expectBulk(access);
        const found = readList(body, 'dokumentidentifikator', isDocumentId).flatMap((dokumentidentifikator) => {
          const dokumentForHendelse = findDocument(dokumentidentifikator);
          return dokumentForHendelse ? [{ dokumentidentifikator, dokumentForHendelse }] : [];
        });
        if (state.settings.documentBulk === 'list') {
          return answerAs('hendelseBulkoppslagResponse', `${EVENT_NAMESPACE}:bulk:response`, { oppslag: found });
        }
        const [first] = found;
        if (!first) throw unknownDocument();
        return answerAs('dokumentForHendelse', EVENT_NAMESPACE, first.dokumentForHendelse);
      },
    },
    {
      method: 'GET',
      path: '/personer/arkiv/:dokumentidentifikator',
      operation: 'arkiv',
      offers: BOTH,
      legalBasisOnly: true,
      answer: (request, access) => {
        const view = viewer(access, readQuery(request, ['part']).parts, state);
        const version = findVersion((request.params as { dokumentidentifikator: string }).dokumentidentifikator);
        if (!version) throw unknownDocument();
        return personAnswer(view(documentOf(version)));
      },
    },
    {
      method: 'POST',
      path: '/personer/bulkoppslag/arkiv',
      operation: 'bulkArkiv',
      offers: BOTH,
      legalBasisOnly: true,
      answer: (request, access) => {
        expectBulk(access);
        const view = viewer(access, readQuery(request, ['part']).parts, state);
        const oppslag = readList(request.body, 'dokumentidentifikator', isDocumentId).flatMap(
          (dokumentidentifikator) => {
            const version = findVersion(dokumentidentifikator);
            if (!version) return [];
            const { foedselsEllerDNummer } = version.persona;
            return [{ dokumentidentifikator, foedselsEllerDNummer, folkeregisterperson: view(documentOf(version)) }];
          },
        );
        if (state.settings.documentBulk === 'list') {
          return answerAs('arkivDokumentBulkoppslagResponse', `${PERSON_NAMESPACE}:bulk:arkiv:response`, { oppslag });
        }
        const [first] = oppslag;
        if (!first) throw unknownDocument();
        return personAnswer(first.folkeregisterperson);
      },
    },
    {
      method: 'GET',
      path: '/hendelser/xsd',
      operation: 'hendelseXsd',
      offers: ['xml'],
      answer: () => ({ body: undefined, xml: eventXsd }),
    },
    {
      method: 'GET',
      path: '/hendelser/feedxsd',
      operation: 'feedXsd',
      offers: ['xml'],
      answer: () => ({ body: undefined, xml: feedXsd }),
    },
  ];
};
