import { defineOperation, type JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { getSigningEvents } from '../client/oneLetter';
import { letterId } from './fields';
import { latestOf, signingMeaningOf, type SigningClass } from './signing';

const NOTHING_YET = { signingStatus: null, signingStatusClass: null, signingFinal: null, signingChangedAt: null };

const BRANCHES: Readonly<Record<SigningClass, string>> = {
  waiting: 'waiting',
  unknown: 'waiting',
  signed: 'signed',
  refused: 'notSigned',
  expired: 'notSigned',
  failed: 'notSigned',
};

/** A letter with nothing to sign must not be waited for. */
const branchOf = ({ signingStatusClass }: JsonObject): string =>
  signingStatusClass === null ? 'none' : BRANCHES[signingStatusClass as SigningClass];

export const getSigningEventsOperation = defineOperation<Session>()({
  name: 'getSigningEvents',
  title: { en: 'Get Signing Events', nb: 'Hent signeringshendelser' },
  summary: {
    en: 'Whether a letter that is to be signed has been: waiting, signed, refused or expired. SvarUt tells the sender of a refusal nowhere else. A signed document comes back as a new letter to your organisation.',
    nb: 'Om et brev som skal signeres, er det: venter, signert, avvist eller utløpt. SvarUt melder ikke fra til avsenderen om en avvisning noe annet sted. Et signert dokument kommer tilbake som et nytt brev til organisasjonen din.',
  },
  effect: 'read',
  endpoints: ['GET /v2/forsendelser/{forsendelseId}/signeringshendelser'],
  fields: [letterId],
  // Free text, in which the one who signs can be named.
  sensitive: ['signingEvents'],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    signingStatus: 'SIGNERT_AV_MOTTAKER',
    signingStatusClass: 'signed',
    signingFinal: true,
    signingChangedAt: '2026-11-21T09:12:40.000+01:00',
    signingEvents: [
      {
        at: '2026-11-20T10:00:01.000+01:00',
        status: 'VENTER_SIGNERING',
        statusClass: 'waiting',
        text: 'Oppdrag om AUTENTISERT_SIGNATUR er registrert og utløper 04.12.2026',
      },
      {
        at: '2026-11-21T09:12:40.000+01:00',
        status: 'SIGNERT_AV_MOTTAKER',
        statusClass: 'signed',
        text: 'Dokumentet er signert av mottaker',
      },
    ],
  },
  branches: {
    names: [
      { value: 'waiting', label: { en: 'Waiting', nb: 'Venter' } },
      { value: 'signed', label: { en: 'Signed', nb: 'Signert' } },
      { value: 'notSigned', label: { en: 'Not Signed', nb: 'Ikke signert' } },
      { value: 'none', label: { en: 'Nothing to Sign', nb: 'Ingenting å signere' } },
    ],
    of: branchOf,
  },
  each: async (session, input) => {
    const events = await getSigningEvents(session, input.letterId);
    const latest = latestOf(events);
    return {
      letterId: input.letterId,
      ...NOTHING_YET,
      ...(latest && {
        signingStatus: latest.status,
        ...signingMeaningOf(latest.status),
        signingChangedAt: latest.tidspunkt,
      }),
      signingEvents: events.map(({ tidspunkt, status, hendelse }) => ({
        at: tidspunkt,
        status,
        statusClass: signingMeaningOf(status).signingStatusClass,
        text: hendelse ?? null,
      })),
    };
  },
});
