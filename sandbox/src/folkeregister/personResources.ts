import { isPersonIdentifier } from '../identifiers.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { readList } from './bodies.js';
import { lookUpAsOrdered, lookUpInAnyOrder } from './bulk.js';
import { EXACT_PARAMETERS, findExactly } from './exactSearch.js';
import type { Access } from './packages.js';
import { expectIdentifier, readFlag, readQuery } from './query.js';
import type { PersonDocument } from './register.js';
import { RegisterRefusal } from './registerRefusal.js';
import { answerAs, type Answer, type Resource } from './resource.js';
import { search, SEARCH_PARAMETERS } from './search.js';
import { selectionFor } from './selection.js';
import { viewOf } from './view.js';
import { personOrder, PERSON_NAMESPACE, personXsd } from './xsd.js';

const BOTH = ['json', 'xml'] as const;

/** A person as the whole answer. */
export const personAnswer = (person: PersonDocument): Answer =>
  answerAs('folkeregisterperson', PERSON_NAMESPACE, person);

/** What the caller sees of a document when asking for these parts. */
export const viewer = (access: Access, parts: readonly string[], { settings }: SandboxState) => {
  const selection = selectionFor(access, parts, settings);
  const views = new Map<PersonDocument, PersonDocument>();
  return (document: PersonDocument): PersonDocument => {
    const view = views.get(document) ?? personOrder(viewOf(document, selection, access, settings));
    views.set(document, view);
    return view;
  };
};

/** @throws Refusal 403 from Fiks when the role leaves bulk lookups out */
export const expectBulk = ({ bulk }: Access): void => {
  if (!bulk) throw new Refusal(403, 'Mangler tilgang', 'the role has no access to bulk lookups');
};

/** Lookups and searches of persons as they are now. */
export const personResources = (state: SandboxState): readonly Resource[] => [
  {
    method: 'GET',
    path: '/personer/:personidentifikator',
    operation: 'person',
    offers: BOTH,
    answer: (request, access) => {
      const view = viewer(access, readQuery(request, ['part']).parts, state);
      const number = expectIdentifier((request.params as { personidentifikator?: string }).personidentifikator);
      const persona = state.world.persons.findByAnyNumber(number);
      if (!persona) throw new RegisterRefusal(404, 'Ukjent person.', 'no such person in the sandbox');
      return personAnswer(view(persona.folkeregisterperson));
    },
  },
  {
    method: 'POST',
    path: '/personer/bulkoppslag',
    operation: 'bulkoppslag',
    offers: BOTH,
    answer: (request, access) => {
      expectBulk(access);
      const query = readQuery(request, ['part', 'somBestilt']);
      const view = viewer(access, query.parts, state);
      const lookUp = readFlag(query, 'somBestilt') ? lookUpAsOrdered : lookUpInAnyOrder;
      const numbers = readList(request.body, 'foedselsEllerDNummer', isPersonIdentifier);
      const oppslag = lookUp(state.world.persons, numbers, view, state.settings);
      return answerAs('personBulkoppslagResponse', `${PERSON_NAMESPACE}:bulk:response`, { oppslag });
    },
  },
  {
    method: 'GET',
    path: '/personer/entydigsoek',
    operation: 'entydigsoek',
    offers: BOTH,
    answer: (request, access) => {
      const query = readQuery(request, ['part', ...EXACT_PARAMETERS(access)]);
      const view = viewer(access, query.parts, state);
      const [persona, ...more] = findExactly(state.world.persons, query, state.settings);
      // None and several look the same from outside.
      if (persona && more.length === 0) return personAnswer(view(persona.folkeregisterperson));
      const reason = persona ? `${more.length + 1} persons fit the criteria` : 'nobody fits the criteria';
      throw new RegisterRefusal(404, 'Ukjent person, eller ikke entydig treff.', reason);
    },
  },
  {
    method: 'GET',
    path: '/personer/soek',
    operation: 'soek',
    offers: BOTH,
    answer: (request) => {
      const found = search(state.world.persons, readQuery(request, SEARCH_PARAMETERS), state.settings);
      const body =
        found.length === 0 && state.settings.searchWithoutHits === 'missing' ? {} : { foedselsEllerDNummer: found };
      return answerAs('personsoekResponse', `${PERSON_NAMESPACE}:soek:response`, body);
    },
  },
  {
    method: 'GET',
    path: '/personer/xsd',
    operation: 'personXsd',
    offers: ['xml'],
    answer: () => ({ body: undefined, xml: personXsd }),
  },
];
