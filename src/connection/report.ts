/**
 * What a check of the connection tells: one step after the other, and of each that fails who must do what.
 */
import type { KeyDescription } from '../maskinporten/keys/publicKey';

export interface Step {
  readonly step: 'network' | 'key' | 'token' | 'integration' | 'access';
  /** The machine a network step is about. */
  readonly host?: string;
  /** What a token step that failed had asked for. */
  readonly scope?: string;
  /** The service's own machine code for why a step failed (`MP-250`). */
  readonly serviceCode?: string;
  readonly status: 'passed' | 'warning' | 'failed' | 'skipped';
  readonly message: string;
  readonly action?: string;
}

/** Read from the token for this report alone; the format is the issuer's and may change. */
export interface TokenDescription {
  /** Nine digits: the organisation the token speaks for. */
  readonly organisation?: string;
  /** Nine digits: who asked on its behalf. */
  readonly supplier?: string;
  readonly scope: string;
  readonly lifetimeSeconds: number;
}

export interface ConnectionReport {
  /** No step failed. */
  readonly ok: boolean;
  readonly summary: string;
  readonly steps: readonly Step[];
  /** Of the key only what is public, to compare with Digdir's portal. */
  readonly key?: KeyDescription;
  readonly tokens: readonly TokenDescription[];
}

export const reportOf = (steps: readonly Step[], found: Pick<ConnectionReport, 'key' | 'tokens'>): ConnectionReport => {
  const failures = steps.filter(({ status }) => status === 'failed');
  const warnings = steps.filter(({ status }) => status === 'warning').length;
  const [first] = failures;
  const summary = first
    ? `${failures.length} of ${steps.length} steps failed. First: ${first.message} ${first.action ?? ''}`.trim()
    : `All ${steps.length} steps passed${warnings > 0 ? `, ${warnings} with a warning` : ''}.`;
  return { ok: failures.length === 0, summary, steps, ...found };
};
