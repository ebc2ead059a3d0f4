/**
 * From n8n to a trigger of the core and back. It is a trigger that n8n starts once and not a poll it repeats, because only
 * so does it say when an execution has ended.
 */
import type { INodeExecutionData, IRun, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import {
  asServiceError,
  checkInput,
  FIKS_CREDENTIAL,
  fiksChoiceOf,
  Following,
  formOfTrigger,
  goesThroughFiks,
  inputRulesFor,
  intervalOf,
  MASKINPORTEN_CREDENTIAL,
  readFiksCredential,
  readMaskinportenCredential,
  ServiceError,
  type FollowPorts,
  type Json,
  type JsonObject,
  type News,
  type Service,
  type Session,
} from '../../src/core';
import { nodeErrorOf } from './nodeError';
import { storedFor } from './storedCredential';
import { portsOver } from './transport';
import { valuesOf, type ServiceWithTrigger, type Values } from './triggerForm';

/** What there is to warn of is the same in each look. */
const portsFor = (host: ITriggerFunctions): Session['ports'] => {
  const told = new Set<string>();
  return portsOver(
    async (options) => (await host.helpers.httpRequest(options)) as unknown,
    (sentence) => {
      if (!told.has(sentence)) host.logger.warn(sentence);
      told.add(sentence);
    },
  );
};

const fiksFor = async (host: ITriggerFunctions, service: Service, values: Values): Promise<Session['fiks']> => {
  const { field = '' } = fiksChoiceOf(service) ?? {};
  if (!goesThroughFiks(service, values[field])) return undefined;
  return readFiksCredential(await storedFor(host, FIKS_CREDENTIAL));
};

/** With the credentials as they are now: a trigger runs for months, and keys are changed. */
const credentialsOf = async (
  host: ITriggerFunctions,
  service: Service,
  values: Values,
): Promise<Omit<Session, 'ports' | 'signal'>> => ({
  maskinporten: readMaskinportenCredential(await storedFor(host, MASKINPORTEN_CREDENTIAL)),
  fiks: await fiksFor(host, service, values),
});

const itemsOf = (events: readonly JsonObject[]): INodeExecutionData[] => events.map((json) => ({ json }));

/** By the node's id: under its name, which is what n8n offers, a node that is renamed would begin anew. */
const placeIn = (host: ITriggerFunctions) => {
  const key = `norskKommune:${host.getNode().id}`;
  const data = host.getWorkflowStaticData('global');
  const stored = data[key];
  return {
    read: (): Json => (typeof stored === 'string' ? (JSON.parse(stored) as Json) : undefined),
    write: (place: Json): void => {
      data[key] = JSON.stringify(place);
    },
  };
};

const notRun = (): ServiceError =>
  new ServiceError(
    'ERR_CANCELLED',
    'n8n did not run the workflow with these events.',
    "They come again by themselves; what was wrong stands in n8n's log.",
  );

/** Someone stopped the execution, or the workflow's own time limit did: the events have had their turn. */
const wasEnded = (error: unknown): boolean => {
  const { reason } = error as { readonly reason?: unknown };
  return reason === 'manual' || reason === 'timeout';
};

const followPortsFor = (
  host: ITriggerFunctions,
  write: (place: Json) => void,
  sleep: FollowPorts['sleep'],
  signal: AbortSignal,
): FollowPorts => {
  let kept: Json;
  const tell = ({ error, tell: now }: News & { readonly kind: 'failed' }): void => {
    const shown = nodeErrorOf(host, error);
    if (now) host.saveFailedExecution(shown);
    else host.logger.warn(shown.message);
  };
  return {
    deliver: async (events) => {
      // n8n stores what has changed as it starts the execution, and forgets a change another execution has hidden.
      if (kept !== undefined) write(kept);
      const done = host.helpers.createDeferredPromise<IRun>();
      host.emit([itemsOf(events)], undefined, done);
      await done.promise.catch((error: unknown) => {
        if (!wasEnded(error)) throw notRun();
      });
    },
    keep: async (place) => {
      kept = place;
      write(place);
    },
    sleep,
    onNews: (news) => {
      if (news.kind === 'failed' && !signal.aborted) tell(news);
    },
  };
};

/** Someone has just switched the workflow on: they are told what is wrong, and n8n stores the place when it is begun. */
const isSwitchedOn = (host: ITriggerFunctions): boolean =>
  !['init', 'leadershipChange'].includes(host.getActivationMode());

const noEvents = (): ServiceError =>
  new ServiceError('ERR_NOT_FOUND', 'There is nothing to show yet.', 'Try again when something has happened.');

const start = async (host: ITriggerFunctions, service: ServiceWithTrigger): Promise<ITriggerResponse> => {
  const { trigger } = service;
  const stopper = new AbortController();
  const { signal } = stopper;
  const closeFunction = async (): Promise<void> => stopper.abort();
  const values = valuesOf(host, trigger);
  const ports = portsFor(host);
  const session = async (): Promise<Session> => ({ ports, signal, ...(await credentialsOf(host, service, values)) });
  const { maskinporten } = await session();
  const input = checkInput(formOfTrigger(trigger), values, inputRulesFor(maskinporten));

  if (host.getMode() === 'manual') {
    const showSample = async (): Promise<void> => {
      const events = await trigger.sample(await session(), input);
      if (events.length === 0) throw noEvents();
      host.emit([itemsOf(events)]);
    };
    const manualTriggerFunction = async (): Promise<void> =>
      await showSample().catch((error: unknown) => {
        throw nodeErrorOf(host, error);
      });
    return { closeFunction, manualTriggerFunction };
  }

  const stored = placeIn(host);
  const place = stored.read();
  const poll = async (at: Json, within: Json) => await trigger.poll(await session(), input, at, within);
  const following = new Following(
    { poll, place, everyMs: intervalOf(input), settleMs: 0, signal },
    followPortsFor(host, stored.write, ports.sleep, signal),
  );
  if (place === undefined || isSwitchedOn(host)) {
    await following.begin().catch((error: unknown) => {
      // Of what was followed before nothing is lost, and what passes by itself need not keep the workflow from being on.
      if (place === undefined || !asServiceError(error).retryable) throw error;
    });
  }
  void following.run();
  return { closeFunction };
};

export const startTrigger = async (host: ITriggerFunctions, service: ServiceWithTrigger): Promise<ITriggerResponse> =>
  await start(host, service).catch((error: unknown) => {
    throw nodeErrorOf(host, error);
  });
