/** Sending letters, with something wrong on the way, and the ledger that judges. */
import type { Outcome, Session, Transport } from '../../src/core';
import { letter } from './letters';
import type { Fault, Stored, World } from './world';

type Trouble = Omit<Fault, 'service' | 'operation'>;

export const sendingIn = (world: () => World) => ({
  send: (letters: readonly Stored[] = [letter('sak-2026-17')], session?: Session): Promise<Outcome[]> =>
    world().run('svarut', 'sendToPerson', letters, session),
  onSend: (trouble: Trouble) => world().order({ service: 'svarut', operation: 'sendPerson', ...trouble }),
  /** In the look-up by reference, and in the older one that is asked where the newer is not found. */
  onLookUp: (trouble: Trouble) =>
    world().order(
      ...['metadata', 'eksternRef'].map((operation) => ({ service: 'svarut', operation, ...trouble }) as const),
    ),
  hiddenFor: (seconds: number) => world().settings({ eksternRefVisibleAfterMs: seconds * 1000 }),
  /** Ids of all letters there are. */
  ids: async () => (await world().ledger()).map(({ id }) => id),
  sends: () => world().asked('svarut', 'sendPerson'),
  /** Meets the faults that are still ordered, so that what follows is undisturbed. */
  faultsOver: async (): Promise<void> => {
    for (let times = 0; times < 99; times += 1) {
      const [outcome] = await world().run('svarut', 'findByReference', [{ eksternReferanse: 'nothing' }]);
      if (outcome?.ok) return;
    }
    throw new Error('the faults never end');
  },
});

export const withTransport = (session: Session, change: (transport: Transport) => Transport): Session => ({
  ...session,
  ports: { ...session.ports, transport: change(session.ports.transport) },
});

/** Real upload, real acceptance; then something else than the answer reaches the client, the first time. */
export const answerLost = (session: Session, instead: () => Awaited<ReturnType<Transport>>): Session => {
  let lost = false;
  return withTransport(session, (transport) => async (request) => {
    const response = await transport(request);
    if (lost || !Array.isArray(request.body)) return response;
    lost = true;
    return instead();
  });
};
