/**
 * A child as KS sends it, for a result to look at before the first run.
 */
import type { PersonDocument } from '../model';

const bostedsadresse = {
  adressegradering: 'ugradert',
  vegadresse: {
    kommunenummer: '4601',
    bruksenhetsnummer: 'H0101',
    adressenavn: 'Tenkeveien',
    adressenummer: { husnummer: '14', husbokstav: 'B' },
    poststed: { postnummer: '5003', poststedsnavn: 'BERGEN' },
  },
  flyttedato: '2018-08-01',
};

const numbered = (foedselsEllerDNummer: string) => ({
  identifikasjonsnummer: { foedselsEllerDNummer, identifikatortype: 'foedselsnummer' },
});

export const CHILD_EXAMPLE: PersonDocument = {
  ...numbered('30891694896'),
  foedselsdato: '2016-09-30',
  personstatus: 'bosatt',
  kjoenn: 'kvinne',
  navn: { fornavn: 'LEKEN', etternavn: 'FYRLYKT' },
  statsborgerskap: 'NOR',
  foreldreansvarstype: 'mor',
  bostedsadresse,
  foreldreansvarlige: [
    {
      ansvar: 'mor',
      ...numbered('12848539668'),
      foedsel: '1985-04-12',
      personstatus: 'bosatt',
      kjoenn: 'kvinne',
      navn: { fornavn: 'RASK', etternavn: 'FYRLYKT' },
      statsborgerskap: 'NOR',
      bostedsadresse,
    },
  ],
  familierelasjoner: [{ familierelasjonPerson: '12848539668', familierelasjonRolle: 'mor' }],
};
