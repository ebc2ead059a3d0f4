/**
 * What SvarUt sends (fact sheet svarut §3, §8). Open: new states may come without a new version.
 */
import { z } from 'zod/v4';

export const sendAnswer = z.looseObject({ id: z.string().min(1) });

export const statusAnswer = z.looseObject({
  statuser: z
    .array(z.looseObject({ id: z.string(), status: z.string(), sisteStatusEndring: z.string().optional() }))
    .default([]),
});

export const referenceAnswer = z.looseObject({ forsendelseIds: z.array(z.string().min(1)) });

export const metadataAnswer = z.looseObject({
  forsendelser: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        dato: z.string().optional(),
        avgivendeSystem: z.string().nullish(),
        // An older server may leave it out.
        status: z.string().optional(),
      }),
    )
    .default([]),
});

/** A letter as the look-up by reference knows it. */
export interface KnownLetter {
  readonly id: string;
  /** ISO 8601, when SvarUt took it. */
  readonly dato?: string;
  readonly avgivendeSystem?: string | null;
  readonly status?: string;
}

export const eventsAnswer = z.looseObject({
  hendelser: z.array(z.looseObject({ tidspunkt: z.string(), hendelse: z.string() })),
});

export const signingEventsAnswer = z.looseObject({
  hendelser: z.array(z.looseObject({ tidspunkt: z.string(), status: z.string(), hendelse: z.string().nullish() })),
});

export const documentsAnswer = z.looseObject({
  dokumenter: z.array(
    z.looseObject({
      filnavn: z.string(),
      mimeType: z.string(),
      dokumentType: z.string().nullish(),
      /** Bytes. */
      storrelse: z.number().nullish(),
      sha256Hash: z.string().nullish(),
      kanSigneres: z.boolean().nullish(),
      // SvarUt's spelling.
      nedlasningUrl: z.string().nullish(),
      signeringUrl: z.string().nullish(),
      ekstraMetadata: z.array(z.looseObject({ key: z.string(), value: z.string() })).nullish(),
      inneholderPersonsensitivInformasjon: z.boolean().nullish(),
    }),
  ),
});

export type LetterDocument = z.infer<typeof documentsAnswer>['dokumenter'][number];

export const shipmentTypesAnswer = z.looseObject({ forsendelsestyper: z.array(z.string()) });

export const receivingSystemsAnswer = z.looseObject({
  mottakersystemer: z.array(
    z.looseObject({
      id: z.string(),
      navn: z.string(),
      organisasjonsnummer: z.string(),
      forsendelseType: z.string(),
      niva: z.number(),
    }),
  ),
});

const parent = z.looseObject({
  herId: z.number(),
  name: z.string().nullish(),
  organizationNumber: z.string().nullish(),
});
const details = z.looseObject({ parentOrganization: parent.nullish() }).nullish();

/** A party of the health network. Whether the look-up is released is not known, so little of it is taken for granted. */
export const nhnPartyAnswer = z.looseObject({
  herId: z.number(),
  type: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  amqpTransportStatus: z.string().nullish(),
  validFrom: z.string().nullish(),
  validTo: z.string().nullish(),
  organizationDetails: z.looseObject({ organizationNumber: z.string().nullish() }).nullish(),
  personDetails: details,
  serviceDetails: details,
});

export type NhnParty = z.infer<typeof nhnPartyAnswer>;
