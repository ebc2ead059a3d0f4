/**
 * What KRR sends, v1 and v2 (fact sheet krr §4). Fields are left out when absent, and an empty text means the same.
 */
import { z } from 'zod/v4';
import type { Channel, KrrPerson, Mailbox } from './person';

export type Version = 'v1' | 'v2';

export const text = z
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
  sertifikat: text,
  spraak: text,
  // Some descriptions spell it so.
  sprak: text,
});

export type WirePerson = z.infer<typeof wirePerson>;

/** Entries are read one by one: one that cannot be read must not take the others with it. */
export const krrAnswer = z.looseObject({ personer: z.array(z.unknown()).nullish() });

/** What ties an entry to a question. */
export const krrEntry = z.looseObject({ personidentifikator: z.string() });

const YES_OR_NO: Readonly<Record<string, boolean>> = { JA: true, NEI: false };

/** v2 leaves the mark out where there is nothing to tell; whether v1 has it at all is not known (fact sheet krr §1). */
const UNMARKED = { v1: undefined, v2: false } as const;

interface WireChannel {
  readonly address: string | undefined;
  readonly updated: string | undefined;
  readonly verified: string | undefined;
  readonly duplicated: string | undefined;
}

const channel = ({ address, updated, verified, duplicated }: WireChannel, version: Version): Channel | undefined =>
  address === undefined
    ? undefined
    : {
        address,
        updated,
        verified,
        shared: duplicated === undefined ? UNMARKED[version] : YES_OR_NO[duplicated],
      };

/** KRR sends the DER alone; with armour and line breaks it is the same certificate. */
const withoutArmour = (certificate: string | undefined): string | undefined =>
  certificate?.replace(/-----[^-]+-----|\s/g, '') || undefined;

const mailbox = ({ digital_post: post, sertifikat }: WirePerson): Mailbox | undefined =>
  post?.postkasseadresse === undefined
    ? undefined
    : {
        address: post.postkasseadresse,
        provider: post.postkasseleverandoeradresse,
        certificate: withoutArmour(sertifikat),
      };

export const personFrom = (wire: WirePerson, version: Version): KrrPerson => {
  const contact = wire.kontaktinformasjon;
  return {
    foedselsnummer: wire.personidentifikator,
    status: wire.status,
    reserved: wire.reservasjon === undefined ? undefined : YES_OR_NO[wire.reservasjon],
    varslingsstatus: wire.varslingsstatus,
    contactTold: Boolean(contact) || wire.varslingsstatus !== undefined,
    email: channel(
      {
        address: contact?.epostadresse,
        updated: contact?.epostadresse_oppdatert,
        verified: contact?.epostadresse_sist_verifisert,
        duplicated: contact?.epostadresse_duplisert,
      },
      version,
    ),
    mobile: channel(
      {
        address: contact?.mobiltelefonnummer,
        updated: contact?.mobiltelefonnummer_oppdatert,
        verified: contact?.mobiltelefonnummer_sist_verifisert,
        duplicated: contact?.mobiltelefonnummer_duplisert,
      },
      version,
    ),
    mailbox: mailbox(wire),
    language: wire.spraak ?? wire.sprak,
  };
};
