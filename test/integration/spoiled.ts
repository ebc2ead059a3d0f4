/** A client that is broken on purpose: the real one, of which one thing is spoilt on its way out. */
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT } from 'jose';
import type { Part, Session, Transport, TransportRequest } from '../../src/core';
import { withTransport } from './sending';
import { cold, type Stored, type World } from './world';

type Change = (request: TransportRequest, world: World) => TransportRequest | Promise<TransportRequest>;

/** A session of its own, without any token. */
export type Spoiled = (world: World) => Session;

const isToken = ({ url }: TransportRequest): boolean => url.endsWith('/maskinporten/token');

const changing = (world: World, change: Change): Session =>
  withTransport(
    world.session(cold(world)),
    (transport: Transport): Transport =>
      async (request) =>
        transport(await change(request, world)),
  );

/** Whatever is asked of a service, but not of Maskinporten. */
export const spoiledCall =
  (change: Change): Spoiled =>
  (world) =>
    changing(world, (request) => (isToken(request) ? request : change(request, world)));

export const spoiledUrl = (change: (url: string, credentials: World['sandbox']['credentials']) => string): Spoiled =>
  spoiledCall((request, { sandbox }) => ({ ...request, url: change(request.url, sandbox.credentials) }));

/** Without this header, or with another value of it. */
export const spoiledHeader = (name: string, value?: string): Spoiled =>
  spoiledCall((request) => {
    const others = Object.entries(request.headers).filter(([one]) => one.toLowerCase() !== name.toLowerCase());
    return { ...request, headers: Object.fromEntries(value === undefined ? others : [...others, [name, value]]) };
  });

export const spoiledJson = (change: (body: any) => unknown): Spoiled =>
  spoiledCall((request) =>
    typeof request.body === 'string' ? { ...request, body: JSON.stringify(change(JSON.parse(request.body))) } : request,
  );

export const spoiledParts = (change: (parts: readonly Part[]) => readonly Part[]): Spoiled =>
  spoiledCall((request) => (Array.isArray(request.body) ? { ...request, body: change(request.body) } : request));

export const spoiledMetadata = (change: (metadata: any) => object): Spoiled =>
  spoiledParts(([metadata, ...files]) => {
    if (!metadata || !('text' in metadata)) throw new Error('the metadata do not come first');
    return [{ ...metadata, text: JSON.stringify(change(JSON.parse(metadata.text))) }, ...files];
  });

/** Signed with the client's own key again, so that nothing but this is wrong. */
export const spoiledGrant =
  (changes: (world: World) => { readonly claims?: Stored; readonly header?: Stored }): Spoiled =>
  (world) =>
    changing(world, async (request) => {
      if (!isToken(request)) return request;
      const form = new URLSearchParams(String(request.body));
      const assertion = form.get('assertion') ?? '';
      const { claims, header } = changes(world);
      const key = await importJWK(JSON.parse(world.sandbox.credentials.maskinporten.privateKey), 'RS256');
      const resigned = new SignJWT({ ...decodeJwt(assertion), ...claims });
      resigned.setProtectedHeader({ ...decodeProtectedHeader(assertion), alg: 'RS256', ...header });
      form.set('assertion', await resigned.sign(key));
      return { ...request, body: form.toString() };
    });

const formOf = async (parts: readonly Part[]): Promise<FormData> => {
  const form = new FormData();
  for (const part of parts) {
    if ('text' in part) {
      form.append(part.name, part.text);
      continue;
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of part.document.open()) pieces.push(new Uint8Array(piece));
    form.append(part.name, new File(pieces, part.document.filnavn));
  }
  return form;
};

/** A letter as a stream of a length that nobody says. */
export const withoutLength: Spoiled = (world) =>
  withTransport(world.session(), (transport) => async (request) => {
    if (!Array.isArray(request.body)) return transport(request);
    const { headers, body } = new Response(await formOf(request.body as readonly Part[]));
    const type = { 'content-type': headers.get('content-type') ?? '' };
    const streamed = { method: 'POST', headers: { ...request.headers, ...type }, body, duplex: 'half' };
    const response = await fetch(request.url, streamed);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  });
