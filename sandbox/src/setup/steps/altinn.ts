import { isSupplier, uses } from '../order.js';
import { PLACES } from '../places.js';
import { inEnvironment, list, named, paragraphs, type Step } from './step.js';

/** Lets a supplier ask KRR on a customer's behalf (fact sheets krr §2, maskinporten §7). */
export const altinnDelegation: Step = {
  name: 'altinn-delegation',
  title: { nb: 'Kommunen delegerer KRR i Altinn', en: 'The municipality delegates KRR in Altinn' },
  isNeeded: (order) => isSupplier(order) && uses('krr')(order),
  doer: ({ municipality }) => ({
    nb: `den som delegerer API-er i Altinn for ${municipality.name}`,
    en: `whoever delegates APIs in Altinn for ${municipality.name}`,
  }),
  subject: (order) => `Delegering av KRR i Altinn ${inEnvironment(order)} til ${named(order.organisation)}`,
  body: (order) =>
    paragraphs(
      'Vi skal slå opp i Kontakt- og reservasjonsregisteret (KRR) på vegne av kommunen. Da må kommunen ha delegert tilgangen til oss.',
      `Det gjøres i Altinn (${PLACES[order.environment].altinn}), ved å delegere API-et:`,
      list(
        'API: KRR - Delegere på-vegne-av-rettighet',
        `fra: ${named(order.municipality)}`,
        `til: ${named(order.organisation)}`,
      ),
      'Uten delegeringen nekter Maskinporten oss tilgang (MP-251). Den gjelder bare i dette miljøet: test og produksjon delegeres hver for seg.',
      'Gi oss beskjed når det er gjort.',
    ),
  after: ['digdir-krr'],
  result: {
    nb: 'Leverandøren kan be om token for kommunen.',
    en: 'The supplier can ask for tokens for the municipality.',
  },
};
