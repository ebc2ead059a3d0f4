import type { SandboxState } from '../state.js';
import { shuffled } from './bulk.js';
import { readTailoredOrder } from './extractOrder.js';
import type { ExtractContent } from './extractJobs.js';
import type { Access } from './packages.js';
import { readNumber, readQuery } from './query.js';
import { RegisterRefusal } from './registerRefusal.js';
import { answerAs, type Answer, type Resource } from './resource.js';

const BOTH = ['json', 'xml'] as const;
const NAMESPACE = 'folkeregisteret:tilgjengeliggjoering:uttrekk:v1:response';

interface BatchParams {
  readonly jobbid: string;
  readonly batchnr: string;
}

/** Ordering an extract, and fetching it batch by batch. There is no other status than what a batch answers. */
export const extractResources = (state: SandboxState): readonly Resource[] => {
  const { extracts } = state.folkeregister;

  const ordered = ({ organisation }: Access, content: ExtractContent, ids: readonly string[]): Answer => {
    const jobbId = extracts.order(
      // No two runs of a query have the same order.
      { organisation, content, ids: shuffled(ids) },
      state.clock.elapsed(),
      state.settings,
    );
    if (jobbId === undefined) {
      throw new RegisterRefusal(429, 'For mange samtidige uttrekk.', 'the organisation has ten extracts going already');
    }
    return answerAs('uttrekkJobbResponse', NAMESPACE, { jobbId });
  };

  const tailored: Resource['answer'] = ({ body }, access) => {
    try {
      const fits = readTailoredOrder(body);
      const found = state.world.persons.filter(({ folkeregisterperson }) => fits(folkeregisterperson));
      return ordered(
        access,
        'foedselsEllerDNummer',
        found.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer),
      );
    } catch (error) {
      if (!(error instanceof RegisterRefusal) || state.settings.extractOrderFailure === 'status') throw error;
      return answerAs('uttrekkJobbResponse', NAMESPACE, { feilmelding: error.message });
    }
  };

  const complete: Resource['answer'] = (request, access) => {
    const { feedsekvensnr } = readQuery(request, ['feedsekvensnr']).values;
    // Whatever the number, the extract holds later changes too, and nothing here is older than the feed.
    if (feedsekvensnr !== undefined) readNumber(feedsekvensnr, 'feedsekvensnr');
    return ordered(
      access,
      'dokumentidentifikator',
      Array.from(state.world.persons, ({ persondokument }) => persondokument),
    );
  };

  const batch: Resource['answer'] = ({ params }, { organisation }) => {
    const { jobbid, batchnr } = params as BatchParams;
    const index = readNumber(batchnr, 'batchnr');
    const found = extracts.batch(jobbid, organisation, index, state.clock.elapsed(), state.settings);
    if (found === 'not ready') {
      throw new RegisterRefusal(404, `Batch med id=${index} er enda ikke klar`, 'the batch is not made yet', 'extract');
    }
    if (found === 'gone') {
      throw new RegisterRefusal(
        410,
        `Jobb eller batch med id=${index} eksisterer ikke`,
        'there is no such extract of this organisation, or no such batch in it',
        'extract',
      );
    }
    return answerAs('uttrekkDataResponse', NAMESPACE, found);
  };

  return [
    {
      method: 'POST',
      path: '/uttrekk/tilpasset',
      operation: 'uttrekkTilpasset',
      offers: BOTH,
      takes: ['json'],
      answer: tailored,
    },
    {
      method: 'GET',
      path: '/uttrekk/komplett',
      operation: 'uttrekkKomplett',
      offers: BOTH,
      legalBasisOnly: true,
      answer: complete,
    },
    {
      method: 'GET',
      path: '/uttrekk/:jobbid/batch/:batchnr',
      operation: 'uttrekkBatch',
      offers: BOTH,
      answer: batch,
    },
  ];
};
