/**
 * Why a letter goes to whom it goes, or why a person must decide: for programs and for people.
 */
import type { Text } from '../../operations/field';

/** The register settles it. */
const CLEAR = {
  PERSONEN: {
    en: 'The letter goes to the person.',
    nb: 'Brevet går til personen selv.',
  },
  FORELDREANSVAR: {
    en: 'The person is a minor: the letter goes to whoever has parental responsibility.',
    nb: 'Personen er mindreårig: brevet går til den eller dem som har foreldreansvar.',
  },
  VERGE: {
    en: 'A guardian or attorney has a mandate for the matter: the letter goes there and to the person, who as a rule keeps legal capacity.',
    nb: 'En verge eller fullmektig har mandat i saken: brevet går dit og til personen selv, som vanligvis fortsatt har rettslig handleevne.',
  },
  VERGE_FOR_MINDREAARIG: {
    en: 'The person is a minor without anybody with parental responsibility: the letter goes to the guardian.',
    nb: 'Personen er mindreårig uten noen med foreldreansvar: brevet går til vergen.',
  },
  DOEDSBO: {
    en: 'The person is dead: the letter goes to whoever answers for the estate.',
    nb: 'Personen er død: brevet går til den som svarer for dødsboet.',
  },
} as const satisfies Record<string, Text>;

/** A person must decide. */
const UNCLEAR = {
  STATUS_UKJENT: {
    en: 'The register does not say, in a word known here, whether the person lives.',
    nb: 'Registeret sier ikke, med et ord som er kjent her, om personen lever.',
  },
  FORSVUNNET: { en: 'The person is registered as missing.', nb: 'Personen er registrert som forsvunnet.' },
  OPPHOERT: {
    en: 'The number is closed: the person is registered under another one, or the identity was false.',
    nb: 'Nummeret er opphørt: personen er registrert under et annet, eller identiteten var falsk.',
  },
  ALDER_UKJENT: {
    en: 'The register does not settle whether the person is of age.',
    nb: 'Registeret avgjør ikke om personen er myndig.',
  },
  FORELDREANSVAR_MANGLER: {
    en: 'The person is a minor, and the register names nobody with parental responsibility and no guardian for the matter.',
    nb: 'Personen er mindreårig, og registeret nevner verken noen med foreldreansvar eller en verge i saken.',
  },
  FORELDREANSVAR_UKJENT: {
    en: 'The person is a minor, and it is not known who has parental responsibility.',
    nb: 'Personen er mindreårig, og det er ikke kjent hvem som har foreldreansvar.',
  },
  FORELDREANSVAR_UKLART: {
    en: 'The person is a minor, and what the register says of parental responsibility is incomplete or contradicts itself.',
    nb: 'Personen er mindreårig, og det registeret sier om foreldreansvar, er ufullstendig eller motsier seg selv.',
  },
  FORELDREANSVAR_OG_VERGE: {
    en: 'The person is a minor and has a guardian beside those with parental responsibility.',
    nb: 'Personen er mindreårig og har en verge ved siden av dem som har foreldreansvar.',
  },
  VERGE_UKLART: {
    en: 'The person has a guardian or attorney, and the register does not settle whether the mandate covers the matter.',
    nb: 'Personen har en verge eller fullmektig, og registeret avgjør ikke om mandatet dekker saken.',
  },
  DOEDSBO_UTEN_KONTAKT: {
    en: 'The person is dead, and nobody answers for the estate yet.',
    nb: 'Personen er død, og ingen svarer for dødsboet ennå.',
  },
  DOEDSBO_FLERE_KONTAKTER: {
    en: 'The person is dead, and several answer for the estate.',
    nb: 'Personen er død, og flere svarer for dødsboet.',
  },
  MOTTAKER_UKJENT: {
    en: 'A recipient is named without a number, or is not in the register.',
    nb: 'En mottaker er nevnt uten nummer, eller finnes ikke i registeret.',
  },
  MOTTAKER_UTILGJENGELIG: {
    en: 'A recipient is dead or missing, or has a number that is closed.',
    nb: 'En mottaker er død eller forsvunnet, eller har et nummer som er opphørt.',
  },
  MOTTAKER_MINDREAARIG: {
    en: 'A recipient is a minor too, or may be.',
    nb: 'En mottaker er også mindreårig, eller kan være det.',
  },
  ADRESSE_VISES_IKKE: {
    en: 'An address may not be shown here, so a caseworker must handle the letter.',
    nb: 'En adresse kan ikke vises her, så en saksbehandler må ta seg av brevet.',
  },
  ADRESSE_MANGLER: {
    en: 'A recipient has no postal address that can be used.',
    nb: 'En mottaker har ingen postadresse som kan brukes.',
  },
} as const satisfies Record<string, Text>;

export const REASONS = { ...CLEAR, ...UNCLEAR };

export type ClearReason = keyof typeof CLEAR;
export type Reason = keyof typeof REASONS;

export const isClear = (reason: Reason): reason is ClearReason => reason in CLEAR;
