/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Dom } from './dom.js';

export type Wire = ReturnType<typeof makeWire>;

/** What the page asks of the administration. */
export function makeWire({ words }: Dom) {
  const request = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await fetch(path, init).catch(() => {
      throw new Error(words.said.unreachable);
    });
    const text = await response.text();
    if (!response.ok) throw new Error((JSON.parse(text) as { error: string }).error);
    return text;
  };

  const load = async <T>(path: string): Promise<T> => JSON.parse(await request(path)) as T;

  const order = async (method: string, path: string, body?: object): Promise<void> => {
    await request(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  };

  return { request, load, order };
}
