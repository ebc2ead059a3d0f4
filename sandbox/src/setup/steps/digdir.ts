import { ENVIRONMENT_TITLES, isSupplier, keyIdOf, uses, usesFiks, type SetupOrder } from '../order.js';
import { DIGDIR, PLACES } from '../places.js';
import { described, krrScopes, scopesFor } from '../scopes.js';
import { inEnvironment, lines, list, named, numbered, paragraphs, type Step } from './step.js';

const askAsMunicipality = (order: SetupOrder): string =>
  paragraphs(
    `Vi skal slå opp i Kontakt- og reservasjonsregisteret (KRR) ${inEnvironment(order)} fra en Maskinporten-klient som vi eier selv, og trenger disse scopene:`,
    list(...described(krrScopes(order))),
    list(`Organisasjon: ${order.organisation.name}`, `Organisasjonsnummer: ${order.organisation.number}`),
    'Er de åpne for oss, eller må vi gjøre noe først (avtale, vilkår, bestilling)?',
  );

const askAsSupplier = (order: SetupOrder): string =>
  paragraphs(
    `Vi skal slå opp i Kontakt- og reservasjonsregisteret (KRR) ${inEnvironment(order)} på vegne av en kunde, med delegering i Altinn og consumer_org. Vi ber dere åpne scopene for delegering:`,
    list(...described(krrScopes(order))),
    list(`Leverandør: ${named(order.organisation)}`, `Kunde: ${named(order.municipality)}`),
    'Kunden delegerer API-et «KRR - Delegere på-vegne-av-rettighet» til oss i Altinn, og vi legger scopene på vår egen klient.',
    'Må kunden selv be om scopene, eller må noen av oss gjøre noe annet først (avtale, vilkår), ber vi om beskjed.',
  );

/** Opens KRR (fact sheet krr §2). */
export const digdirKrr: Step = {
  name: 'digdir-krr',
  title: { nb: 'Digdir åpner KRR', en: 'Digdir opens KRR' },
  isNeeded: uses('krr'),
  doer: () => ({ nb: 'Digdir', en: 'Digdir' }),
  to: DIGDIR,
  subject: (order) => `Scope for KRR ${inEnvironment(order)} for ${named(order.organisation)}`,
  body: (order) =>
    paragraphs(
      isSupplier(order) ? askAsSupplier(order) : askAsMunicipality(order),
      'Formålet er å varsle og sende post etter eForvaltningsforskriften §§ 8, 9 og 32. Vi slår opp ved hver utsending og lagrer ikke svarene i egne registre.',
    ),
  after: [],
  result: { nb: 'Scopene for KRR kan brukes.', en: 'The KRR scopes can be used.' },
};

const owner = (order: SetupOrder): string =>
  lines(
    isSupplier(order)
      ? `Lag klienten på vårt eget organisasjonsnummer, ${order.organisation.number}, ikke «på vegne av kunde».`
      : `Lag klienten på kommunens organisasjonsnummer, ${order.organisation.number}.`,
    usesFiks(order) && '   Integrasjonen i Fiks skal ha det samme nummeret som autorisert organisasjon.',
    isSupplier(order) && uses('krr')(order) && '   Delegeringen i Altinn er gitt til det nummeret.',
  );

/** Where the public key goes (fact sheet maskinporten §1, §5). */
export const maskinportenClient: Step = {
  name: 'maskinporten-client',
  title: { nb: 'Maskinporten-klient med nøkkel', en: 'Maskinporten client with the key' },
  isNeeded: () => true,
  doer: ({ organisation }) => ({
    nb: `Maskinporten-administrator hos ${organisation.name}`,
    en: `the Maskinporten administrator at ${organisation.name}`,
  }),
  subject: (order) => `Maskinporten-klient ${inEnvironment(order)} for ${named(order.organisation)}`,
  body: (order) =>
    paragraphs(
      'Vi trenger en klient i Maskinporten. Den lages i Digdirs selvbetjening, der den heter integrasjon, og krever at vi har avtale med Digdir om bruk av Maskinporten.',
      numbered(
        `Velg miljøet ${ENVIRONMENT_TITLES[order.environment].nb} (${PLACES[order.environment].issuer}). Klienter, nøkler og scope er egne for hvert miljø.`,
        owner(order),
        'Velg integrasjonstypen Maskinporten. Med feil type avvises scopene (MP-201).',
        lines(
          'Legg til disse scopene:',
          ...scopesFor(order).map(({ name }) => `   - ${name}`),
          usesFiks(order) && '   Står ikke ks:fiks i listen, har ikke KS Digital åpnet det for oss ennå.',
        ),
        `Registrer den offentlige nøkkelen: lim inn det som står i public-jwk.json. Nøkkel-id (kid) er ${keyIdOf(order)}. Den private nøkkelen skal ikke dit, og ikke til noen andre.`,
        'Sett en påminnelse 11 måneder fram: en nøkkel virker i høyst ett år. Den fornyes ved at den samme offentlige nøkkelen legges inn på nytt. En ny nøkkel kan ligge ved siden av den gamle, opptil fem i alt, så ingenting stopper mens den byttes.',
      ),
      lines(
        'Send tilbake:',
        list('klient-id («Integrasjonens identifikator»)', 'nøkkel-id (kid), slik portalen viser den'),
      ),
    ),
  after: ['ks-digital-scope', 'digdir-krr', 'altinn-delegation'],
  result: { nb: 'Klient-id og nøkkel-id (kid).', en: 'Client id and key id (kid).' },
};
