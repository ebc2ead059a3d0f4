import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPersonIdentifier } from '../identifiers.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';
import type { SandboxState } from '../state.js';
import { observeService, type RefusalBody } from '../traffic/service.js';
import { openingsFor, type Openings } from './access.js';
import { grownOlder } from './ageing.js';
import { answerFor, calendarFrom, notRegistered } from './answer.js';
import { lastChangeOf, pageAfter } from './changes.js';

const LARGEST_BATCH = 1000;

/** KRR's error body is not documented; this is the shape of the framework it is believed to use. */
const springError: RefusalBody = (refusal, request) => ({
  timestamp: new Date().toISOString(),
  status: refusal.status,
  error: STATUS_CODES[refusal.status] ?? 'Error',
  path: request.url.split('?', 1)[0],
});

export const krrRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  const openings = new WeakMap<FastifyRequest, Openings>();
  const openingsOf = (request: FastifyRequest) => openings.get(request) as Openings;

  observeService(app, state, 'krr', springError);
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request) => {
    openings.set(request, await openingsFor(request, state, tokens));
  });

  for (const version of ['v1', 'v2'] as const) {
    app.post(`/rest/${version}/personer`, { config: { operation: 'personer' } }, async (request) => {
      const identifiers = readIdentifiers(request.body, state.settings);
      // Version 1 has no such field and always answers for everyone.
      const includeNotRegistered = version === 'v1' || readIncludeNotRegistered(request.body, state.settings);
      const opened = openingsOf(request);
      const manner = { ...state.settings, version };
      const calendar = calendarFrom(state.virtualStart);
      const { krrRepeated, krrOrder, krrNobody } = state.settings;
      const asked = krrRepeated === 'each' ? identifiers : [...new Set(identifiers)];
      const personer = asked.flatMap((identifier) => {
        const person = state.findContact(identifier);
        if (person) return [answerFor(person, opened, manner, calendar)];
        return includeNotRegistered ? [notRegistered(identifier, opened)] : [];
      });
      if (personer.length === 0 && krrNobody === 'missing') return {};
      return { personer: krrOrder === 'reversed' ? personer.reverse() : personer };
    });
  }

  app.post('/rest/v2/krr/hentEndringer', { config: { operation: 'hentEndringer' } }, async (request) => {
    const opened = openingsOf(request);
    if (!opened.changes) throw new Refusal(403, 'Forbidden', 'the access token lacks krr:global/hentendring.read');
    const fraEndringsId = readChangeNumber(request.body);
    const { listed } = state.world.contacts;
    const { persons, lastChange } = pageAfter(listed, fraEndringsId);
    const since = state.virtualStart;
    const calendar = calendarFrom(since);
    const manner = { ...state.settings, version: 'v2' } as const;
    return {
      list: persons.map((person) => answerFor(grownOlder(person, since), opened, manner, calendar)),
      fraEndringsId,
      tilEndringsId: lastChange,
      sisteEndringsId: lastChangeOf(listed),
    };
  });
};

const badRequest = (reason: string): Refusal => new Refusal(400, 'Bad Request', reason);

const readIdentifiers = (body: unknown, { krrMalformed }: Settings): readonly string[] => {
  const asked = (body as { personidentifikatorer?: unknown } | null)?.personidentifikatorer;
  const identifiers: readonly unknown[] = Array.isArray(asked) ? asked : [];
  if (identifiers.length === 0) {
    throw badRequest('personidentifikatorer must be a list with at least one identifier');
  }
  if (identifiers.length > LARGEST_BATCH) {
    throw badRequest(`${identifiers.length} identifiers; at most ${LARGEST_BATCH} per call`);
  }
  const wellFormed = identifiers.filter(isPersonIdentifier);
  if (krrMalformed === 'leftOut' || wellFormed.length === identifiers.length) return wellFormed;
  const position = identifiers.findIndex((identifier) => !isPersonIdentifier(identifier)) + 1;
  throw badRequest(`identifier number ${position} is not a valid fødselsnummer or D-number`);
};

const readIncludeNotRegistered = (body: unknown, { krrNotRegistered }: Settings): boolean => {
  const unlessSaid = krrNotRegistered === 'included';
  const { inkluderIkkeRegistrerte = unlessSaid } = body as { inkluderIkkeRegistrerte?: unknown };
  if (typeof inkluderIkkeRegistrerte === 'boolean') return inkluderIkkeRegistrerte;
  throw badRequest('inkluderIkkeRegistrerte must be true or false');
};

const readChangeNumber = (body: unknown): number => {
  const given = (body as { fraEndringsId?: unknown } | null)?.fraEndringsId;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0) return given;
  throw badRequest('fraEndringsId must be a whole number from 0');
};
