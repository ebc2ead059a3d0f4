import { adresse, filnavn, list, object, onAll, positiveInt32, svarSendesTil, text } from './shared.js';

export const printForsendelse = object(
  { tittel: text(1000), mottaker: object({ navn: text(100), adresse }) },
  {
    ...onAll,
    svarSendesTil,
    dokumenter: list(object({ filnavn, mimeType: text(50) }, { giroarkSide: positiveInt32 })),
  },
);
