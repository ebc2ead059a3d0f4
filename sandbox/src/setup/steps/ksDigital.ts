import { isSupplier, SERVICE_TITLES, uses, usesFiks, type SetupOrder } from '../order.js';
import { KS_DIGITAL, PLACES } from '../places.js';
import { inEnvironment, inTest, lines, list, named, paragraphs, type Part, type Step } from './step.js';

/** What KS' documentation leaves open (fact sheets svarut §2, kjoretoy §2.2). */
const questions = (order: SetupOrder): readonly string[] => [
  ...(uses('svarut')(order)
    ? ['Holder rettigheten «Sende forsendelser» også for status og for søk på ekstern referanse i SvarUt?']
    : []),
  ...(uses('kjoretoyregister')(order)
    ? ['Hvilke av søkene i kjøretøyregisteret er åpne gjennom Fiks, utover oppslag på kjennemerke og eiernavn?']
    : []),
];

const asked = (order: SetupOrder): Part => {
  const all = questions(order);
  return all.length > 0 && lines('Vi ber dere også svare på dette:', list(...all));
};

/** Opens Fiks for an organisation number (fact sheet fiks-platform §1, §8). */
export const ksDigitalScope: Step = {
  name: 'ks-digital-scope',
  title: { nb: 'KS Digital åpner scopet ks:fiks', en: 'KS Digital opens the scope ks:fiks' },
  isNeeded: usesFiks,
  doer: () => ({ nb: 'KS Digital', en: 'KS Digital' }),
  to: KS_DIGITAL,
  subject: (order) => `Scopet ks:fiks ${inEnvironment(order)} for ${named(order.organisation)}`,
  body: (order) => {
    const { organisation, municipality, services, environment } = order;
    const fiksServices = services.filter((service) => service !== 'krr').map((service) => SERVICE_TITLES[service].nb);
    return paragraphs(
      `Vi ber dere åpne Maskinporten-scopet ks:fiks ${inEnvironment(order)} for oss:`,
      list(
        `Organisasjon: ${organisation.name}`,
        `Organisasjonsnummer: ${organisation.number}${isSupplier(order) ? '' : ' (hovedenheten)'}`,
        `Tjenester som skal kalles maskin til maskin: ${fiksServices.join(', ')}`,
        isSupplier(order) && `På vegne av: ${named(municipality)}`,
      ),
      'Maskinporten-klienten er vår egen, så tokenene får nummeret over. Før scopet er åpnet for det, kan vi ikke legge det på klienten hos Digdir.',
      isSupplier(order) &&
        'Kommunen lager selv integrasjonen i Fiks, med vårt organisasjonsnummer som autorisert organisasjon.',
      inTest(order) &&
        `Vi ber også om tilgang til Fiks sitt testmiljø (${PLACES[environment].fiksAdministration}) for ${isSupplier(order) ? `oss og ${named(municipality)}` : 'oss'}, dersom den mangler.`,
      asked(order),
    );
  },
  after: [],
  result: {
    nb: 'Scopet ks:fiks kan velges på klienten hos Digdir.',
    en: 'The scope ks:fiks can be chosen on the client at Digdir.',
  },
};
