/**
 * What the vehicle register sends (fact sheet kjoretoy §4, §5, §11). Open: unknown keys and values survive, every field may
 * be missing, and a value that cannot be read is as good as missing: it must not cost the vehicle.
 */
import { z } from 'zod/v4';

const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => value.trim() || undefined)
  .optional()
  .catch(undefined);

const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape).optional().catch(undefined);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional().catch(undefined);

const kode = part({ kodeVerdi: text, kodeNavn: text, kodeBeskrivelse: text });

/** A code as a human reads it. */
export const labelOf = (code: z.infer<typeof kode>): string | undefined =>
  code?.kodeNavn ?? code?.kodeBeskrivelse ?? code?.kodeVerdi;

const partyShape = {
  person: part({ fornavn: text, mellomnavn: text, etternavn: text, fodselsdato: text, fodselsnummer: text }),
  enhet: part({ organisasjonsnavn: text, organisasjonsnummer: text }),
  adresse: part({ adresselinje1: text, adresselinje2: text, adresselinje3: text, postnummer: text, poststed: text }),
  erUverifisert: flag,
  fomTidspunkt: text,
  tilTidspunkt: text,
  kundeId: text,
};
const party = part(partyShape);

/** Somebody who owns, co-owns or leases (`PersonEnhet`). */
export const personEnhet = z.looseObject(partyShape);

const tekniskeData = part({
  generelt: part({ merke: list(part({ merke: text })), handelsbetegnelse: list(text), typebetegnelse: text }),
  karosseriOgLasteplan: part({ rFarge: list(kode) }),
  miljodata: part({ miljoOgdrivstoffGruppe: list(part({ drivstoffKodeMiljodata: kode })) }),
  motorOgDrivverk: part({ motor: list(part({ drivstoff: list(part({ drivstoffKode: kode })) })) }),
  vekter: part({
    egenvekt: number,
    nyttelast: number,
    tillattTotalvekt: number,
    tillattTilhengervektMedBrems: number,
    tillattTilhengervektUtenBrems: number,
    tillattTaklast: number,
  }),
});

/** A vehicle of the two mirrored services. */
export const kjoretoy = z.looseObject({
  kjoretoyId: part({ kjennemerke: text, kuid: text, understellsnummer: text, merkekode: text }),
  forstegangsregistrering: part({ registrertForstegangNorgeDato: text }),
  eierskap: part({ eier: party, medeier: party, leasingtaker: party }),
  kjennemerke: list(part({ kjennemerke: text })),
  registrering: part({ registreringsstatus: kode }),
  godkjenning: part({
    forstegangsGodkjenning: part({ forstegangRegistrertDato: text }),
    tekniskGodkjenning: part({ kjoretoyklassifisering: part({ tekniskKode: kode }), tekniskeData }),
  }),
  periodiskKjoretoyKontroll: part({ kontrollfrist: text, sistGodkjent: text }),
});

/** What a vehicle is called. */
export const identity = kjoretoy.pick({ kjoretoyId: true, kjennemerke: true });

/** A vehicle of KS' own service (fact sheet kjoretoy §11). */
export const ksKjoretoy = z.looseObject({
  kjennemerke: text,
  forstegangsregistrering: text,
  eierskap: part({
    eier: part({
      person: part({ fornavn: text, mellomnavn: text, etternavn: text }),
      organisasjon: part({ organisasjonsnummer: text, organisasjonsnavn: text }),
      fra: text,
    }),
  }),
  registrering: part({ status: text }),
  tekniskeData: part({ gruppe: text, merke: text, modell: text, drivstoff: list(text) }),
});

export type Kjoretoy = z.infer<typeof kjoretoy>;
export type KsKjoretoy = z.infer<typeof ksKjoretoy>;
export type PersonEnhet = z.infer<typeof personEnhet>;

/** A vehicle as it came: everything that is shown raw, or withheld, works on this. */
const vehicleDocument = z.record(z.string(), z.unknown());
export type VehicleDocument = z.infer<typeof vehicleDocument>;

/** Elements are read one by one: one that cannot be read must not take the others with it. */
export const ksAnswer = z.looseObject({ kjoretoy: z.array(vehicleDocument.catch({})) });
