/**
 * From this machine to an answer, one step at a time: network, key, token, integration, access.
 */
import { isServiceError, type ServiceError } from '../http/serviceError';
import { presentError } from '../http/redact';
import { certificateWarning } from '../maskinporten/certificateWarning';
import { requestToken } from '../maskinporten/grant';
import { tokenUrlOf } from '../maskinporten/issuer';
import { describeKey, type KeyDescription } from '../maskinporten/keys/publicKey';
import { readSigningKey } from '../maskinporten/keys/signingKey';
import type { Session } from '../session';
import { describeToken } from './describeToken';
import type { ConnectionPlan, Probe } from './plan';
import { reach } from './reach';
import { reportOf, type ConnectionReport, type Step, type TokenDescription } from './report';

type Result<T> = { readonly steps: readonly Step[] } & T;

const failure = (step: Step['step'], error: unknown): Step => {
  const { message, action, serviceCode } = presentError(error);
  return { step, status: 'failed', message, action, ...(serviceCode && { serviceCode }) };
};

const skipped = (step: Step['step'], message: string): Step => ({ step, status: 'skipped', message });

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const daysLeft = (days: number): string => (days < 0 ? `expired ${-days} days ago` : `${days} days left`);

const checkKey = ({ ports, maskinporten }: Session): Result<{ key?: KeyDescription }> => {
  try {
    const signingKey = readSigningKey(maskinporten, ports.now());
    const key = describeKey(signingKey, ports.now());
    const { certificate } = key;
    const told = certificate
      ? `, certificate of ${certificate.subject} (serial number ${certificate.serialNumber}), ${daysLeft(certificate.daysLeft)}`
      : '';
    const message = `The key is an ${key.type} key of ${key.bits} bits${told}. It signs with ${signingKey.kid === undefined ? 'its certificate (x5c)' : `key id ${signingKey.kid}`}.`;
    const warning =
      certificate && certificateWarning({ certificateExpires: Date.parse(certificate.notAfter) }, ports.now());
    return {
      steps: [
        warning
          ? { step: 'key', status: 'warning', message, action: warning }
          : { step: 'key', status: 'passed', message },
      ],
      key,
    };
  } catch (error) {
    return { steps: [failure('key', error)] };
  }
};

const checkToken = async (session: Session, scope: string): Promise<Result<{ token?: TokenDescription }>> => {
  const warnings: Step[] = [];
  const ports = {
    ...session.ports,
    warn: (sentence: string) => void warnings.push({ step: 'token', status: 'warning', message: sentence }),
  };
  try {
    // A new one: the cached one would hide what has changed since.
    const token = describeToken(await requestToken(ports, session.maskinporten, scope), scope);
    const speaksFor = token.organisation ? ` for organisation ${token.organisation}` : '';
    const by = token.supplier ? `, asked for by ${token.supplier}` : '';
    const message = `Maskinporten issued a token with ${token.scope}${speaksFor}${by}; it lasts ${token.lifetimeSeconds} seconds.`;
    return { steps: [...warnings, { step: 'token', status: 'passed', message }], token };
  } catch (error) {
    return { steps: [{ ...failure('token', error), scope }] };
  }
};

/** Whether the integration was recognised, which any answer but this one shows. */
const isUnrecognised = (error: ServiceError): boolean => error.code === 'ERR_UNAUTHORIZED';

const belongsTo = (tokens: readonly TokenDescription[]): string => {
  const organisation = tokens.find((token) => token.organisation)?.organisation;
  return organisation ? ` The token belongs to organisation ${organisation}.` : '';
};

const checkProbe = async (
  session: Session,
  { what, run }: Probe,
  tokens: readonly TokenDescription[],
): Promise<readonly Step[]> => {
  const recognised: Step = { step: 'integration', status: 'passed', message: 'Fiks accepts the integration.' };
  try {
    await run(session);
    return [recognised, { step: 'access', status: 'passed', message: `The integration may use ${what}.` }];
  } catch (error) {
    if (!isServiceError(error)) return [failure('access', error)];
    if (isUnrecognised(error)) {
      const step = failure('integration', error);
      return [{ ...step, message: step.message + belongsTo(tokens) }, skipped('access', `Not tried: ${what}.`)];
    }
    const { message, action } = failure('access', error);
    const refused: Step = { step: 'access', status: 'failed', message: `About ${what}: ${message}`, action };
    // Its own support reference shows that it is Fiks that refuses, and not a gateway or firewall in front of it.
    return error.details.supportReference ? [recognised, refused] : [refused];
  }
};

/** The same sentence about the integration comes from every probe; once is enough. */
export const once = (steps: readonly Step[]): Step[] =>
  steps.filter((step, at) => steps.findIndex(({ message }) => message === step.message) === at);

const checkProbes = async (
  session: Session,
  probes: readonly Probe[],
  tokens: readonly TokenDescription[],
): Promise<readonly Step[]> => {
  if (tokens.length === 0) return probes.map(({ what }) => skipped('access', `Not tried without a token: ${what}.`));
  if (probes.length === 0)
    return [
      skipped(
        'integration',
        'Not tried: the Fiks credential names nothing to try it on, such as a role or an account.',
      ),
    ];
  const steps: Step[] = [];
  for (const probe of probes) steps.push(...(await checkProbe(session, probe, tokens)));
  return once(steps);
};

/** Where the organisation itself has been given access, and no integration stands in between. */
const checkDirectly = async (session: Session, { what, run }: Probe, hasToken: boolean): Promise<Step> => {
  if (!hasToken) return skipped('access', `Not tried without a token: ${what}.`);
  try {
    await run(session);
    return { step: 'access', status: 'passed', message: `Your organisation may use ${what}.` };
  } catch (error) {
    return failure('access', error);
  }
};

const probesOf = (session: Session, plans: readonly ConnectionPlan[]): readonly Probe[] =>
  plans.flatMap((plan) => plan.probes?.(session) ?? []);

const checkAccess = async (
  session: Session,
  all: readonly ConnectionPlan[],
  tokens: readonly TokenDescription[],
): Promise<readonly Step[]> => {
  const direct = probesOf(
    session,
    all.filter(({ withoutFiks }) => withoutFiks),
  );
  const plans = all.filter(({ probes, withoutFiks }) => probes && !withoutFiks);
  const steps = await Promise.all(direct.map((probe) => checkDirectly(session, probe, tokens.length > 0)));
  return plans.length > 0 ? [...steps, ...(await checkThroughFiks(session, plans, tokens))] : steps;
};

const checkThroughFiks = async (
  session: Session,
  plans: readonly ConnectionPlan[],
  tokens: readonly TokenDescription[],
): Promise<readonly Step[]> => {
  if (session.fiks) return checkProbes(session, probesOf(session, plans), tokens);
  const action = 'Choose a Fiks Integration (KS) API credential on the node.';
  return [{ step: 'integration', status: 'failed', message: 'The node has no Fiks integration.', action }];
};

/** Never throws for what it checks: what is wrong is in the report. */
export const checkConnection = async (
  session: Session,
  plans: readonly ConnectionPlan[],
): Promise<ConnectionReport> => {
  const { ports, maskinporten, signal } = session;
  const addresses = distinct([
    new URL('/', tokenUrlOf(maskinporten)).href,
    ...plans.map((plan) => new URL('/', plan.address(maskinporten)).href),
  ]);
  const network = await Promise.all(addresses.map((address) => reach(ports, address, signal)));
  const { steps: keySteps, key } = checkKey(session);
  const scopes = distinct(plans.map((plan) => plan.scope(maskinporten)));
  const asked = key ? await Promise.all(scopes.map((scope) => checkToken(session, scope))) : [];
  const tokenSteps = key ? asked.flatMap(({ steps }) => steps) : [skipped('token', 'Not tried without a key.')];
  const tokens = asked.flatMap(({ token }) => token ?? []);
  const access = await checkAccess(session, plans, tokens);
  return reportOf([...network, ...keySteps, ...tokenSteps, ...access], { key, tokens });
};
