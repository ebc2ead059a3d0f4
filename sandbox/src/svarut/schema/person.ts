import {
  dateTime,
  digitalRecipient,
  filnavn,
  flag,
  list,
  object,
  onDigital,
  oneOf,
  positiveInt32,
  text,
} from './shared.js';

export const personForsendelse = object(
  { tittel: text(1000), mottaker: digitalRecipient },
  {
    ...onDigital,
    signering: object({
      signeringUtloper: dateTime,
      signaturType: oneOf('AUTENTISERT_SIGNATUR', 'AVANSERT_SIGNATUR'),
    }),
    dokumenter: list(
      object(
        { filnavn, mimeType: text(127) },
        { giroarkSide: positiveInt32, skalSigneres: flag, skalEkskluderesFraUtskrift: flag },
      ),
    ),
  },
);
