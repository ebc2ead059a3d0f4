import { uses } from '../order.js';
import { KS_DIGITAL, PLACES } from '../places.js';
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

/** As little as a letter needs (fact sheets folkeregister §6, fiks-platform §5.1): part, and why. */
const PARTS: readonly (readonly [part: string, why: string])[] = [
  ['navn', 'hvem det gjelder'],
  ['status', 'om personen er død eller utflyttet'],
  ['foedsel', 'om personen er mindreårig'],
  ['postadresse', 'hvor personen vil ha post'],
  ['postadresseIUtlandet', 'hvor personen vil ha post'],
  ['bostedsadresse', 'hvor post kan sendes når postadresse mangler'],
  ['oppholdsadresse', 'hvor post kan sendes når postadresse mangler'],
  ['adressebeskyttelse', 'hører til adressene: uten den kan beskyttede adresser ikke holdes tilbake'],
];

export const folkeregisterRole: Step = {
  name: 'folkeregister-role',
  title: { nb: 'Folkeregisteret: avtaler og rolle', en: 'Folkeregister: agreements and role' },
  isNeeded: uses('folkeregister'),
  doer: fiksAdministrator,
  subject: (order) => `Avtaler og rolle i Fiks folkeregister ${inEnvironment(order)} for ${named(order.municipality)}`,
  body: (order) =>
    paragraphs(
      onBehalf(order),
      lines(
        'Oppslag i Folkeregisteret gjennom Fiks krever at kommunen har:',
        list(
          'avtale med Skatteetaten',
          'avtale med KS om Fiks folkeregister',
          'delegert tilgangen i Folkeregisteret til KS',
        ),
      ),
      `Når det er på plass, lages det en rolle i Fiks forvaltning (${PLACES[order.environment].fiksAdministration}). Rollen avgjør hva som kan hentes, og hvert oppslag logges på den:`,
      list('hjemmel: [lovhjemmel, eller uten hjemmel]', 'formål: [hva opplysningene skal brukes til]'),
      lines('Informasjonselementer, ikke flere enn disse:', list(...PARTS.map(([part, why]) => `${part}: ${why}`))),
      'Rollen skal brukes til oppslag på én person og på mange i samme kall (bulkoppslag).',
      inTest(order) &&
        'I test finnes bare syntetiske personer, fra Tenor hos Skatteetaten. Ekte personer skal ikke brukes.',
      lines('Send tilbake:', list('rollens id (rolleId, en UUID)', 'hvilke informasjonselementer den fikk')),
    ),
  after: [],
  result: { nb: 'Rolle-id (rolleId).', en: 'Role id (rolleId).' },
};

export const svarutAccount: Step = {
  name: 'svarut-account',
  title: { nb: 'SvarUt: konto å sende fra', en: 'SvarUt: an account to send from' },
  isNeeded: uses('svarut'),
  doer: fiksAdministrator,
  subject: (order) => `Konto i SvarUt ${inEnvironment(order)} for ${named(order.municipality)}`,
  body: (order) =>
    paragraphs(
      onBehalf(order),
      `Brev i SvarUt sendes fra en konto. Vi ber om en, satt opp i Fiks forvaltning (${PLACES[order.environment].fiksAdministration}):`,
      list(
        'kontoens navn: [for eksempel enheten brevene kommer fra]',
        'avsenderadresse på forsiden: [postadresse]',
        inTest(order)
          ? 'utskrift: manuell. I test sendes ingenting på ordentlig; brev som ville ha gått til utskrift, merkes som skrevet ut.'
          : 'utskriftsleverandør: må være valgt. Brev som ikke kan leveres digitalt eller ikke blir åpnet, skrives ut; uten leverandør må noen gjøre det for hånd.',
      ),
      `Er SvarUt nytt for kommunen, spør KS Digital (${KS_DIGITAL}) hva som må være avtalt først.`,
      'Bestillingen gjelder ikke sending til fastlege og helsevesen (krever HER-id som KS Digital kan sende for) eller signering (krever egen avtale med Digdir).',
      lines('Send tilbake:', list('kontoens id (kontoId, en UUID)')),
    ),
  after: [],
  result: { nb: 'Konto-id (kontoId).', en: 'Account id (kontoId).' },
};

export const vehicleRegister: Step = {
  name: 'vehicle-register',
  title: { nb: 'Kjøretøyregisteret aktiveres', en: 'The vehicle register is activated' },
  isNeeded: uses('kjoretoyregister'),
  doer: fiksAdministrator,
  subject: (order) => `Fiks kjøretøyregister ${inEnvironment(order)} for ${named(order.municipality)}`,
  body: (order) =>
    paragraphs(
      onBehalf(order),
      `Vi ber deg aktivere Fiks kjøretøyregister ${inEnvironment(order)} for kommunen i Fiks Konfigurasjon. Tjenesten kan ikke brukes før det er gjort.`,
      'Oppslagene viser hvem som eier kjøretøy, altså personopplysninger. De skal brukes til: [formålet med oppslagene]',
      inTest(order) && 'I test svarer tjenesten fra Statens vegvesens syntetiske kjøretøy.',
      lines(
        'Send tilbake:',
        list('id-en til kommunens Fiks-organisasjon (fiksOrgId, en UUID), som verken er en rolle eller en konto'),
      ),
      `Finner du den ikke, spør KS Digital (${KS_DIGITAL}).`,
    ),
  after: [],
  result: { nb: 'Fiks-organisasjonens id (fiksOrgId).', en: 'Fiks organisation id (fiksOrgId).' },
};
