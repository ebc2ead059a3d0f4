/** Every route a sandbox has, as it is started. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { PACKAGES } from '../../sandbox/src/folkeregister/packages';
import { Caller, type Answer } from './caller';

/** Of nobody and nothing. */
export const ANY_ID = '11111111-2222-4333-8444-555555555555';

const SOMEBODY = '12848539668';

export interface Route {
  readonly method: string;
  /** With `{name}` for what varies. */
  readonly path: string;
}

/** Which of the packages is meant makes no difference to what there is. */
const PACKAGE = new RegExp(`^(/skatteetaten/folkeregisteret)/(?:${PACKAGES.map(({ path }) => path).join('|')})/`);

/** A route with a slash at its end is there beside the one without. */
const templateOf = (url: string): string =>
  url
    .replace(/:(\w+)/g, '{$1}')
    .replace(PACKAGE, '$1/{package}/')
    .replace(/(.)\/$/, '$1');

/** What is asked of the services: not of the sandbox itself. */
const isOfAService = ({ method, path }: Route): boolean =>
  /^\/(?:maskinporten|fiks|skatteetaten|krr|svarut)\//.test(path) && method !== 'HEAD';

/** @returns a sandbox and the routes of its services, each once */
export const startWithRoutes = async (): Promise<{ caller: Caller; routes: readonly Route[] }> => {
  const routes = new Map<string, Route>();
  const onStart = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat())
        routes.set(`${one} ${templateOf(url)}`, { method: one, path: templateOf(url) });
    });
  };
  subscribe('fastify.initialization', onStart);
  try {
    const caller = await Caller.start({ speed: 0 });
    return { caller, routes: [...routes.values()].filter(isOfAService) };
  } finally {
    unsubscribe('fastify.initialization', onStart);
  }
};

const filledIn = (path: string): string =>
  path
    .replace('{package}', 'offentlig-med-hjemmel/api')
    .replace('{personidentifikator}', SOMEBODY)
    .replace(/{(?:number|batchnr|herId)}/, '1')
    .replace(/{\w+}/g, ANY_ID);

const isSending = (path: string): boolean => /\/v3\/.*\/forsendelser\/\w+$/.test(path);

/** With nothing in it, but in the form that is taken. */
export const askRoute = (
  caller: Caller,
  { method, path }: Route,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  if (method !== 'POST') return caller.call(filledIn(path), { method, headers });
  if (isSending(path)) return caller.call(filledIn(path), { method, headers, body: new FormData() });
  return caller.postJson(filledIn(path), {}, headers);
};
