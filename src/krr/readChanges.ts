/**
 * Read Changes: the feed behind a local copy of the register, closed to new users (fact sheet krr §7).
 */
import { ServiceError } from '../http/serviceError';
import { defineOperation } from '../operations/operation';
import type { Session } from '../session';
import { getChanges } from './client';
import { showContactInfo } from './contactInfo';
import { fraEndringsId, includeMailbox, maxPages } from './fields';
import type { KrrPerson } from './person';

const standsStill = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'KRR says that there are newer changes, and gives no way to them.',
    'Run it again later; if it goes on, contact Digdir.',
    { service: 'krr' },
  );

export const readChanges = defineOperation<Session>()({
  name: 'readChanges',
  title: { en: 'Read Changes (Restricted)', nb: 'Les endringer (begrenset)' },
  summary: {
    en: 'Who has changed in KRR since a change number. Only for the few bodies Digdir has allowed a copy of the register: new users get no access. Everyone else looks up at dispatch. Must be read at least once a day.',
    nb: 'Hvem som er endret i KRR siden et endringsnummer. Bare for de få virksomhetene som har lov av Digdir til å ha en kopi av registeret: nye brukere får ikke tilgang. Alle andre slår opp ved utsending. Må leses minst én gang i døgnet.',
  },
  effect: 'read',
  notForAi: true,
  fields: [fraEndringsId, maxPages, includeMailbox],
  sensitive: ['persons'],
  example: {
    persons: [
      {
        foedselsnummer: '12848539668',
        hasDigitalMailbox: false,
        reserved: false,
        language: 'nb',
        languageForTemplate: 'nb',
        krrStatus: 'AKTIV',
        varslingsstatus: 'KAN_VARSLES',
        email: {
          address: 'rask@example.com',
          lastUpdated: '2026-06-10T21:00:01+02:00',
          lastUpdatedRaw: '2026-06-10T21:00:01+02',
          lastVerified: null,
          lastVerifiedRaw: null,
          shared: false,
        },
        mobile: null,
        mailbox: null,
      },
    ],
    tilEndringsId: 200_000_017,
    sisteEndringsId: 200_000_017,
    caughtUp: true,
  },
  each: async (session, input) => {
    const persons: KrrPerson[] = [];
    let at = input.fraEndringsId;
    let newest = Infinity;
    // A page can have nobody in it and newer ones behind it: only the numbers tell when to stop.
    for (let page = 0; page < input.maxPages && at < newest; page += 1) {
      const changes = await getChanges(session, at, input.includeMailbox);
      if (changes.tilEndringsId <= at && at < changes.sisteEndringsId) throw standsStill();
      persons.push(...changes.persons);
      at = changes.tilEndringsId;
      newest = changes.sisteEndringsId;
    }
    const wanted = { mailbox: input.includeMailbox, certificate: false };
    return {
      persons: persons.map((person) => showContactInfo(person, wanted)),
      tilEndringsId: at,
      sisteEndringsId: newest,
      caughtUp: at >= newest,
    };
  },
});
