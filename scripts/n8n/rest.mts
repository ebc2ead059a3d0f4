/**
 * n8n's internal REST interface, as its editor uses it: for what the command line cannot do.
 */
export interface Owner {
  readonly email: string;
  readonly password: string;
}

export type Call = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

export const OWNER: Owner = { email: 'owner@example.com', password: 'Passord123' };

/** n8n ties a session to the browser it was opened in. */
const BROWSER = { 'browser-id': 'norsk-kommune', 'content-type': 'application/json' };

const send = async (method: string, url: string, body: object | undefined, cookie: string): Promise<Response> => {
  const response = await fetch(url, {
    method,
    headers: { ...BROWSER, cookie },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`n8n answered ${response.status} to ${method} ${url}: ${await response.text()}`);
  return response;
};

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

/** Makes the owner of a fresh n8n, and gives the calls the owner may make. */
export const setUpOwner = async (url: string): Promise<Call> => {
  const person = { firstName: 'Kari', lastName: 'Saksbehandler' };
  const cookie = cookieOf(await send('POST', `${url}/rest/owner/setup`, { ...OWNER, ...person }, ''));
  return async <Answer,>(method: string, path: string, body?: object) =>
    (await (await send(method, url + path, body, cookie)).json()) as Answer;
};
