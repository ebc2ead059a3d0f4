const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

/** @param name of a host, or its address */
export const isLoopback = (name: string): boolean => LOOPBACK_NAMES.has(name);

/** Where a server is reached from this machine, without a slash at the end. */
export const urlOf = (host: string, port: number): string => {
  if (ANY_ADDRESS.has(host)) return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

/**
 * @returns the address without a slash at the end
 * @throws Error when it is no web address, or has something after host and port
 */
export const readBaseUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    'The base address must be http:// or https:// with a host and perhaps a port, and nothing after them',
  );
};
