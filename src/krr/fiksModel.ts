/**
 * What KRR sends through Fiks Register (fact sheets krr §1 and fiks-platform §6). The description marks e-mail and
 * telephone as required, yet there are people without; missing, null and empty all mean that there is none.
 */
import { z } from 'zod/v4';
import { text } from './model';
import type { Channel, KrrPerson } from './person';

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

const dates = { sistOppdatert: text, sistVerifisert: text };

export const fiksPerson = z.looseObject({
  fnr: z.string(),
  status: text,
  reservert: flag,
  kanVarsles: flag,
  epost: z.looseObject({ adresse: text, ...dates }).nullish(),
  tlf: z.looseObject({ nummer: text, ...dates }).nullish(),
});

type WireDates = { readonly sistOppdatert: string | undefined; readonly sistVerifisert: string | undefined } | null;

const channel = (address: string | undefined, from: WireDates | undefined): Channel | undefined =>
  address === undefined ? undefined : { address, updated: from?.sistOppdatert, verified: from?.sistVerifisert };

const VARSLINGSSTATUS = { true: 'KAN_VARSLES', false: 'KAN_IKKE_VARSLES' } as const;

export const personFromFiks = (wire: z.infer<typeof fiksPerson>): KrrPerson => ({
  foedselsnummer: wire.fnr,
  // Optional, with values nobody has listed: who is found is active unless it says otherwise.
  status: wire.status?.toUpperCase() ?? 'AKTIV',
  reserved: wire.reservert,
  varslingsstatus: wire.kanVarsles === undefined ? undefined : VARSLINGSSTATUS[`${wire.kanVarsles}`],
  contactTold: true,
  email: channel(wire.epost?.adresse, wire.epost),
  mobile: channel(wire.tlf?.nummer, wire.tlf),
});
