/**
 * Results to look at before the first run.
 */
import type { JsonObject } from '../operations/operation';

/** The simplified result of the parts that are asked for by default. */
export const PERSON_EXAMPLE: JsonObject = {
  foedselsnummer: '12848539668',
  identifikatortype: 'foedselsnummer',
  name: 'RASK FYRLYKT',
  nameParts: { fornavn: 'RASK', mellomnavn: null, etternavn: 'FYRLYKT', forkortetNavn: null },
  personStatus: 'bosatt',
  ageGroup: 'adult',
  birth: {
    foedselsdato: '1985-04-12',
    foedselsaar: '1985',
    foedested: null,
    foedekommuneINorge: '4601',
    foedeland: 'NOR',
  },
  postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
  addresses: {
    bostedsadresse: {
      lines: ['Tenkeveien 14B'],
      postnummer: '5003',
      poststed: 'BERGEN',
      landkode: null,
      kommunenummer: '4601',
      bruksenhetsnummer: 'H0101',
      since: '2018-08-01',
      until: null,
      unknown: false,
    },
    oppholdsadresse: null,
    postadresse: null,
    postadresseIUtlandet: null,
  },
  handleManually: false,
};
