import { isSupplier, uses, usesFiks } from '../order.js';
import { PLACES } from '../places.js';
import {
  fiksAdministrator,
  inEnvironment,
  inTest,
  lines,
  list,
  named,
  onBehalf,
  paragraphs,
  type Step,
} from './step.js';

/** The municipality's door to Fiks, and what it opens (fact sheets fiks-platform §1, §4, §8; svarut §2; kjoretoy §1). */
export const fiksIntegration: Step = {
  name: 'fiks-integration',
  title: { nb: 'Integrasjon i Fiks med rettigheter', en: 'Fiks integration with its rights' },
  isNeeded: usesFiks,
  doer: fiksAdministrator,
  subject: (order) => `Integrasjon i Fiks ${inEnvironment(order)} for ${named(order.municipality)}`,
  body: (order) =>
    paragraphs(
      onBehalf(order),
      `Vi ber deg lage en integrasjon i Fiks forvaltning (${PLACES[order.environment].fiksAdministration}):`,
      list(
        'navn: [integrasjonens navn]',
        `autorisert organisasjon: ${named(order.organisation)}${isSupplier(order) ? ', altså leverandøren og ikke kommunen' : ''}`,
      ),
      'Autorisert organisasjon må være den som eier Maskinporten-klienten. Er det en annen, svarer Fiks «Autentisering feilet for integrasjon» uten å si hvorfor.',
      inTest(order) && 'I test kan skjemaet advare om at organisasjonsnummeret er ukjent. Det virker likevel.',
      lines(
        'Rettigheter, ikke flere enn disse:',
        list(
          uses('folkeregister')(order) && 'Folkeregister: rollen som er laget for dette',
          uses('svarut')(order) && 'SvarUt: «Sende forsendelser» på kontoen som er laget for dette',
          uses('kjoretoyregister')(order) && 'Kjøretøyregister: tilgang til tjenesten, i Fiks Konfigurasjon',
        ),
      ),
      lines(
        'Send tilbake:',
        list(
          'integrasjonens id (en UUID)',
          'integrasjonens passord, gjennom et passordhvelv eller på annen sikker måte, aldri i e-post',
        ),
      ),
      'Byttes passordet, eller slettes integrasjonen, stopper alle kall med en gang.',
    ),
  after: ['folkeregister-role', 'svarut-account', 'vehicle-register'],
  result: { nb: 'Integrasjons-id og passord.', en: 'Integration id and password.' },
};
