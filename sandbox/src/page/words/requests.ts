import type { Text } from '../../setup/order.js';

export const REQUESTS = {
  intro: {
    nb: 'Det tjenestene er spurt om, nyeste først. Det som er avvist, sier hvorfor, på engelsk og med tjenestens egne ord.',
    en: "What the services were asked, newest first. What was refused says why, in the services' own words.",
  },
  caption: { nb: 'Kall til tjenestene, nyeste først', en: 'Requests to the services, newest first' },
  empty: {
    nb: 'Ingen kall å vise. De dukker opp av seg selv når en flyt kjører.',
    en: 'No requests to show. They appear by themselves when a flow runs.',
  },
  service: { nb: 'Tjeneste', en: 'Service' },
  everyService: { nb: 'Alle tjenester', en: 'Every Service' },
  refusedOnly: { nb: 'Bare avviste', en: 'Refused Only' },
  time: { nb: 'Tid', en: 'Time' },
  request: { nb: 'Kall', en: 'Request' },
  status: { nb: 'Status', en: 'Status' },
  outcome: { nb: 'Utfall', en: 'Outcome' },
  details: { nb: 'Detaljer', en: 'Details' },
  path: { nb: 'Adresse', en: 'Address' },
  who: { nb: 'Fra', en: 'From' },
  duration: { nb: 'Varighet', en: 'Duration' },
  meaning: { nb: 'Betydning', en: 'Meaning' },
} as const satisfies Record<string, Text>;

/** What a status means to whoever sent the request. */
export const STATUS_MEANINGS = {
  400: {
    nb: 'Noe i kallet bryter en regel. Rett kallet; det hjelper ikke å prøve igjen.',
    en: 'Something in the request breaks a rule. Mend the request; trying again does not help.',
  },
  401: {
    nb: 'Tjenesten vet ikke hvem som spør: tokenet mangler, er utløpt eller er til noe annet.',
    en: 'The service does not know who asks: the token is missing, has expired or is for something else.',
  },
  403: {
    nb: 'Tjenesten vet hvem som spør, men denne avsenderen har ikke lov til dette.',
    en: 'The service knows who asks, but this caller may not do this.',
  },
  404: { nb: 'Det som ble spurt etter, finnes ikke her.', en: 'What was asked for is not here.' },
  406: {
    nb: 'Tjenesten kan ikke svare i det formatet som ble bedt om.',
    en: 'The service cannot answer in the format that was asked for.',
  },
  409: {
    nb: 'Det er alt gjort, eller noe annet er i veien.',
    en: 'It is done already, or something else is in the way.',
  },
  410: { nb: 'Det har vært her, men er borte for godt.', en: 'It was here once and is gone for good.' },
  411: { nb: 'Kallet må si hvor langt det er.', en: 'The request must say how long it is.' },
  413: { nb: 'Kallet er for stort.', en: 'The request is too large.' },
  422: {
    nb: 'Kallet er lesbart, men det det ber om, lar seg ikke gjøre.',
    en: 'The request can be read, but what it asks for cannot be done.',
  },
  429: {
    nb: 'For mange kall. Vent så lenge svaret sier, og prøv igjen.',
    en: 'Too many requests. Wait as long as the answer says, and try again.',
  },
  500: {
    nb: 'Tjenesten feilet. Et oppslag kan prøves igjen; et brev bør først slås opp.',
    en: 'The service failed. A look-up can be tried again; a letter should be looked up first.',
  },
  cut: {
    nb: 'Forbindelsen ble brutt uten svar. Avsenderen vet ikke om kallet ble utført.',
    en: 'The connection was cut without an answer. The caller does not know whether the request was carried out.',
  },
} as const satisfies Record<string, Text>;
