/**
 * What a token says about itself, for people who look for a fault. Nothing else ever reads one: to a client it is opaque
 * (fact sheet maskinporten §3).
 */
import { decodeJwt } from 'jose';
import { z } from 'zod/v4';
import type { Token } from '../maskinporten/grant';
import type { TokenDescription } from './report';

const party = z.looseObject({ ID: z.string().regex(/^0192:\d{9}$/) }).transform(({ ID }) => ID.slice('0192:'.length));

const claims = z.looseObject({
  consumer: party.optional().catch(undefined),
  supplier: party.optional().catch(undefined),
  scope: z.string().optional().catch(undefined),
});

const claimsOf = (value: string): z.infer<typeof claims> => {
  try {
    return claims.parse(decodeJwt(value));
  } catch {
    return {};
  }
};

export const describeToken = ({ value, lifetimeS }: Token, asked: string): TokenDescription => {
  const { consumer, supplier, scope } = claimsOf(value);
  return {
    ...(consumer && { organisation: consumer }),
    ...(supplier && { supplier }),
    scope: scope ?? asked,
    lifetimeSeconds: lifetimeS,
  };
};
