import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxState } from '../state.js';
import { readBody } from './bodies.js';
import { chooseFormat, mediaTypeOf, wantsXml, type Format } from './formats.js';
import type { Access } from './packages.js';
import { refusalAnswer, RegisterRefusal } from './registerRefusal.js';
import { xmlDocument } from './xml.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request was let in to, known once the door has been passed. */
    access: Access | null;
  }
}

export interface Answer {
  /** What goes out as JSON. */
  readonly body: unknown;
  /** The same in XML. */
  readonly xml: () => string;
  readonly etag?: string;
}

/** One of the register's services, wherever it is mounted. */
export interface Resource {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly operation: string;
  readonly offers: readonly Format[];
  /** Formats of the request body; JSON and XML when left out. */
  readonly takes?: readonly Format[];
  /** Exists in the package with legal basis only. */
  readonly legalBasisOnly?: true;
  readonly answer: (request: FastifyRequest, access: Access) => Answer;
}

const LARGEST_BODY = 4 * 1024 * 1024;

export const answerAs = (root: string, namespace: string | undefined, body: unknown): Answer => ({
  body,
  xml: () => xmlDocument(root, body, namespace),
});

/**
 * The resources of the register behind one door.
 *
 * @param admit finds out what the caller may see, or throws the refusal of whoever keeps the door
 */
export const mountResources =
  (state: SandboxState, resources: readonly Resource[], admit: (request: FastifyRequest) => Promise<Access>) =>
  async (app: FastifyInstance) => {
    app.decorateRequest('access', null);
    app.addHook('onRequest', async (request) => {
      request.access = await admit(request);
      refuseForbiddenCharacters(request);
    });
    readBody(app);
    app.setErrorHandler((error, request, reply) => {
      // What the register itself did not say is worded by the service around it.
      if (!(error instanceof RegisterRefusal)) throw error;
      request.reason ||= error.reason;
      const { type, body } = refusalAnswer(error, state.settings, wantsXml(request));
      return reply.code(error.status).type(type).send(body);
    });

    for (const resource of resources) {
      // The documentation writes some paths with a slash at the end and recorded traffic has none: both work.
      for (const slash of ['', '/']) {
        app.route({
          method: resource.method,
          url: resource.path + slash,
          config: { operation: resource.operation },
          bodyLimit: LARGEST_BODY,
          handler: (request, reply) => {
            const { access } = request;
            if (!access) throw new Error('nobody was let in');
            const format = chooseFormat(request, resource.offers);
            if (resource.legalBasisOnly && !access.pack.legalBasis) {
              throw new RegisterRefusal(404, 'Ukjent ressurs.', 'only the package with legal basis has this resource');
            }
            expectBodyFormat(request, resource);
            const { body, xml, etag } = resource.answer(request, access);
            reply.header('cache-control', 'no-store, no-cache');
            if (etag !== undefined) {
              reply.header('etag', etag);
              if (request.headers['if-none-match'] === etag) return reply.code(304).send();
            }
            return reply
              .type(mediaTypeOf(format))
              .send(format === 'json' || format === 'text' ? JSON.stringify(body) : xml());
          },
        });
      }
    }
  };

const expectBodyFormat = ({ headers }: FastifyRequest, { takes }: Resource): void => {
  if (!takes || takes.some((format) => headers['content-type']?.startsWith(mediaTypeOf(format)))) return;
  throw new RegisterRefusal(415, 'Unsupported Media Type', `send the body as ${takes.map(mediaTypeOf).join(' or ')}`);
};

const FORBIDDEN = /[<>;\0]|--|\/\*/;

/** The firewall in front of the register turns away whatever looks like an attack, in words of its own. */
const refuseForbiddenCharacters = ({ url }: FastifyRequest): void => {
  if (!FORBIDDEN.test(decoded(url))) return;
  throw new RegisterRefusal(403, 'Request Rejected', 'the firewall does not let such characters through', 'firewall');
};

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};
