import { currentOf, EVERYONE } from './register.js';

/** Everyone there is to try something with, and what each is there for. */
export const personCatalogue = EVERYONE.map(
  ({ slug, tittel, foedselsEllerDNummer, historiskeIdentifikatorer, folkeregisterperson }) => {
    const [name] = currentOf(folkeregisterperson, 'navn');
    return {
      slug,
      foedselsEllerDNummer,
      historiskeIdentifikatorer,
      name: [name?.fornavn, name?.mellomnavn, name?.etternavn].filter(Boolean).join(' '),
      special: tittel,
    };
  },
);
