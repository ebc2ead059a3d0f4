/**
 * How far a request gets towards a host, by the way all requests take: the host's own transport, with its proxy.
 */
import { codesOf, transportFailure } from '../http/call';
import type { Ports } from '../http/transport';
import type { Step } from './report';

/** Addresses the service owners publish for firewalls (fact sheets maskinporten §1, krr §1). */
const FIREWALL: Readonly<Record<string, string>> = {
  'test.maskinporten.no': '139.105.36.132, 2a02:9cc::301',
  'maskinporten.no': '139.105.36.164',
  'test.kontaktregisteret.no': '139.105.36.137, 2a02:9cc::306',
  'kontaktregisteret.no': '139.105.36.169, 2a02:9cc::206',
};

const TIMEOUT_MS = 10_000;

interface Stage {
  readonly codes: RegExp;
  readonly reached: string;
  readonly action: (host: string) => string;
}

const openFirewall = (host: string): string =>
  `Have your IT department open TCP port 443 from this machine to ${host}${FIREWALL[host] ? ` (${FIREWALL[host]})` : ''}, or set the proxy it must go through.`;

/** What failed, by the system's code; the first that fits. */
const PROXY_ASKS: Pick<Stage, 'reached' | 'action'> = {
  reached: 'the proxy asks for a user name',
  action: () => 'Fill in user name and password of the proxy, or have this machine let through without.',
};

const STAGES: readonly Stage[] = [
  { codes: /^PROXY_407$/, ...PROXY_ASKS },
  {
    codes: /^PROXY_\d{3}$/,
    reached: 'the proxy refused to open the way',
    action: (host) => `Have the one who runs the proxy allow ${host}.`,
  },
  {
    codes: /^(?:ENOTFOUND|EAI_AGAIN)$/,
    reached: 'the name could not be resolved',
    action: () =>
      'Have your IT department check name resolution (DNS) on this machine, or set the proxy it must go through.',
  },
  {
    codes: /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO)/,
    reached: 'the name was resolved and a connection made, but TLS was not agreed on',
    action: () =>
      'Something in between presents a certificate of its own, usually a firewall that inspects traffic: have your IT department exempt this host, or install its root certificate (NODE_EXTRA_CA_CERTS).',
  },
  {
    codes: /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/,
    reached: 'the name was resolved, but no connection could be made',
    action: openFirewall,
  },
  {
    codes: /^SsrfBlockedIpError$/,
    reached: "n8n's own protection against requests to inner networks stopped it",
    action: (host) => `Have the one who runs n8n allow ${host} (N8N_SSRF_PROTECTION_ENABLED and its lists).`,
  },
];

const failed = (host: string, reached: string, action: string): Step => ({
  step: 'network',
  host,
  status: 'failed',
  message: `${host}: ${reached}.`,
  action,
});

/** Any answer at all shows that the way is open; what it says does not matter here. */
export const reach = async (ports: Ports, address: string, signal?: AbortSignal): Promise<Step> => {
  const { host, protocol } = new URL(address);
  try {
    const { status } = await ports.transport({
      method: 'GET',
      url: address,
      headers: { accept: 'application/json' },
      timeoutMs: TIMEOUT_MS,
      signal,
    });
    if (status === 407) return failed(host, PROXY_ASKS.reached, PROXY_ASKS.action(host));
    const secured = protocol === 'https:' ? ', TLS agreed' : '';
    return {
      step: 'network',
      host,
      status: 'passed',
      message: `${host}: name resolved, connection made${secured}, and it answers.`,
    };
  } catch (error) {
    if (signal?.aborted) throw transportFailure('maskinporten', error, signal);
    const codes = codesOf(error);
    const stage = STAGES.find((known) => codes.some((code) => known.codes.test(code)));
    if (stage) return failed(host, stage.reached, stage.action(host));
    const late = transportFailure('maskinporten', error).code === 'ERR_TIMEOUT';
    const reached = late
      ? 'no answer within 10 seconds, as when a firewall drops what it does not allow'
      : 'the connection broke before an answer came';
    return failed(host, reached, openFirewall(host));
  }
};
