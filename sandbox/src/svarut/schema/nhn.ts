import { eksponertFor, flag, identifier, object, onAll, oneOf, positiveInt32, text } from './shared.js';

const person = { fornavn: text(30), etternavn: text(30) };

export const nhnForsendelse = object(
  {
    tittel: text(200),
    mottakertype: oneOf('FASTLEGE', 'HER_ID'),
    avsenderKontakt: object({ ...person, telefonnummer: text(20) }, { mellomnavn: text(30) }),
    pasient: object({ fodselsnummer: identifier, ...person }, { mellomnavn: text(30) }),
  },
  { ...onAll, eksponertFor, kunDigitalLevering: flag, mottakerHerId: positiveInt32, beskrivelse: text(5000) },
);
