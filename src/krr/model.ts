/**
 * What KRR sends, v2 (fact sheet krr §4), and the person model that the rules work on. Fields are left out when absent,
 * and an empty text means the same.
 */
import { z } from 'zod/v4';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || undefined);

export const wirePerson = z.looseObject({
  personidentifikator: z.string(),
  status: z.string(),
  reservasjon: text,
  varslingsstatus: text,
  kontaktinformasjon: z
    .looseObject({
      epostadresse: text,
      epostadresse_oppdatert: text,
      epostadresse_sist_verifisert: text,
      epostadresse_duplisert: text,
      mobiltelefonnummer: text,
      mobiltelefonnummer_oppdatert: text,
      mobiltelefonnummer_sist_verifisert: text,
      mobiltelefonnummer_duplisert: text,
    })
    .nullish(),
  digital_post: z.looseObject({ postkasseadresse: text, postkasseleverandoeradresse: text }).nullish(),
  spraak: text,
});

/** Entries are read one by one: one that cannot be read must not take the others with it. */
export const krrAnswer = z.looseObject({ personer: z.array(z.unknown()).nullish() });

/** What ties an entry to a question. */
export const krrEntry = z.looseObject({ personidentifikator: z.string() });

export interface Channel {
  readonly address: string;
  /** When the person last changed it, as sent. */
  readonly updated?: string;
  /** When the person last confirmed it, as sent. */
  readonly verified?: string;
  /** Other persons have registered the same address. */
  readonly shared: boolean;
}

/** One person, whichever route the answer came by. */
export interface KrrPerson {
  readonly foedselsnummer: string;
  /** `AKTIV`, `SLETTET`, `IKKE_REGISTRERT` or a value to come. */
  readonly status: string;
  /** Absent is not the same as no. */
  readonly reserved?: boolean;
  readonly varslingsstatus?: string;
  /** False when the token's scopes let KRR tell nothing about contact. */
  readonly contactTold: boolean;
  readonly email?: Channel;
  readonly mobile?: Channel;
  readonly mailbox?: { readonly address: string; readonly provider?: string };
  readonly language?: string;
}

const channel = (address?: string, updated?: string, verified?: string, shared?: string): Channel | undefined =>
  address === undefined ? undefined : { address, updated, verified, shared: shared === 'JA' };

const RESERVED: Readonly<Record<string, boolean>> = { JA: true, NEI: false };

export const personFrom = (wire: z.infer<typeof wirePerson>): KrrPerson => {
  const { kontaktinformasjon: contact, digital_post: post } = wire;
  return {
    foedselsnummer: wire.personidentifikator,
    status: wire.status,
    reserved: wire.reservasjon === undefined ? undefined : RESERVED[wire.reservasjon],
    varslingsstatus: wire.varslingsstatus,
    contactTold: Boolean(contact) || wire.varslingsstatus !== undefined,
    email: channel(
      contact?.epostadresse,
      contact?.epostadresse_oppdatert,
      contact?.epostadresse_sist_verifisert,
      contact?.epostadresse_duplisert,
    ),
    mobile: channel(
      contact?.mobiltelefonnummer,
      contact?.mobiltelefonnummer_oppdatert,
      contact?.mobiltelefonnummer_sist_verifisert,
      contact?.mobiltelefonnummer_duplisert,
    ),
    mailbox: post?.postkasseadresse
      ? { address: post.postkasseadresse, provider: post.postkasseleverandoeradresse }
      : undefined,
    language: wire.spraak,
  };
};

export const notRegistered = (foedselsnummer: string): KrrPerson => ({
  foedselsnummer,
  status: 'IKKE_REGISTRERT',
  contactTold: true,
});
