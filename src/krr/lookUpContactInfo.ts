/**
 * Look Up Contact Info: what KRR has on persons.
 */
import { defineOperation } from '../operations/operation';
import type { Session } from '../session';
import { KRR_LIMIT } from './client';
import { showContactInfo } from './contactInfo';
import { foedselsnummer, includeCertificate, includeMailbox, krrVersion, rolleId, route } from './fields';
import { lookUp, tellsMailbox } from './lookUp';
import { outcomeOf } from './outcome';

export const lookUpContactInfo = defineOperation<Session>()({
  name: 'lookUpContactInfo',
  title: { en: 'Look Up Contact Info', nb: 'Slå opp kontaktinformasjon' },
  summary: {
    en: 'E-mail, mobile number, digital mailbox, reservation and language of persons, up to 1000 in one call. Look up at dispatch, for dispatch; KRR may not be copied or used to wash other registers.',
    nb: 'E-post, mobilnummer, digital postkasse, reservasjon og språk for personer, inntil 1000 i ett kall. Slå opp ved utsending, for utsending; KRR skal ikke kopieres eller brukes til å vaske andre registre.',
  },
  effect: 'read',
  notForAi: true,
  fields: [foedselsnummer, route, rolleId, includeMailbox, includeCertificate, krrVersion],
  batch: { limit: KRR_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'email', 'mobile', 'mailbox'],
  example: {
    foedselsnummer: '12848539668',
    hasDigitalMailbox: true,
    reserved: false,
    language: 'nb',
    languageForTemplate: 'nb',
    krrStatus: 'AKTIV',
    varslingsstatus: 'KAN_VARSLES',
    email: {
      address: 'rask@example.com',
      lastUpdated: '2026-06-10T21:00:01+02:00',
      lastUpdatedRaw: '2026-06-10T21:00:01+02',
      lastVerified: '2026-09-10T08:15:00+02:00',
      lastVerifiedRaw: '2026-09-10T08:15:00+02',
      shared: false,
    },
    mobile: {
      address: '99999999',
      e164: '+4799999999',
      lastUpdated: '2026-06-10T21:00:01+02:00',
      lastUpdatedRaw: '2026-06-10T21:00:01+02',
      lastVerified: null,
      lastVerifiedRaw: null,
      shared: true,
    },
    mailbox: { address: 'rask.fyrlykt#9YDT', provider: '984661185' },
  },
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const wanted = { mailbox: tellsMailbox(first), certificate: first.includeCertificate };
    const numbers = inputs.map((input) => input.foedselsnummer);
    const found = await lookUp(session, first, numbers);
    return found.map((one) => outcomeOf(session, one, (person) => showContactInfo(person, wanted)));
  },
});
