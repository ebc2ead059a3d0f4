/**
 * Why a person may be notified or not, for programs and for people.
 */
import type { Text } from '../operations/field';

export const REASONS = {
  KAN_VARSLES: {
    en: 'The person may be notified on the channels given.',
    nb: 'Personen kan varsles på de oppgitte kanalene.',
  },
  IKKE_REGISTRERT: {
    en: 'The person is not in the contact and reservation register.',
    nb: 'Personen finnes ikke i kontakt- og reservasjonsregisteret.',
  },
  SLETTET: {
    en: 'The person has been deleted from the contact and reservation register.',
    nb: 'Personen er slettet fra kontakt- og reservasjonsregisteret.',
  },
  UKJENT_STATUS: {
    en: 'The register gives the person a status that is not known here, so nothing is relied on.',
    nb: 'Registeret gir personen en status som ikke er kjent her, så ingenting legges til grunn.',
  },
  RESERVERT: {
    en: 'The person has reserved against digital decisions (§ 9).',
    nb: 'Personen har reservert seg mot digitale vedtak (§ 9).',
  },
  UKJENT_RESERVASJON: {
    en: 'The register does not say whether the person is reserved.',
    nb: 'Registeret sier ikke om personen er reservert.',
  },
  KAN_IKKE_VARSLES: {
    en: 'The register itself says that the person cannot be notified.',
    nb: 'Registeret sier selv at personen ikke kan varsles.',
  },
  INGEN_ADRESSE: {
    en: 'The person has registered neither an e-mail address nor a mobile number.',
    nb: 'Personen har verken registrert e-postadresse eller mobilnummer.',
  },
  UTLOEPT: {
    en: 'No address was updated or confirmed during the last 18 months (§ 32).',
    nb: 'Ingen adresse er oppdatert eller bekreftet de siste 18 månedene (§ 32).',
  },
  MANGLER_DATO: {
    en: 'The register has addresses, but no date that shows whether they are newer than 18 months (§ 32).',
    nb: 'Registeret har adresser, men ingen dato som viser om de er nyere enn 18 måneder (§ 32).',
  },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof REASONS;
