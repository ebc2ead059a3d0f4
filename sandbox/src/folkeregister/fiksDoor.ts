import type { FastifyRequest } from 'fastify';
import { INTEGRATION } from '../fiks/integration.js';
import { isUuid } from '../identifiers.js';
import { Refusal } from '../refusal.js';
import type { Access } from './packages.js';
import { findRole, type Role } from './roles.js';

/** @throws Refusal 400 or 403 from Fiks */
export const roleOf = (rolleId: string): Role => {
  if (!isUuid(rolleId)) throw new Refusal(400, 'Ugyldig rolleId', 'rolleId is not a UUID');
  const role = findRole(rolleId);
  if (!role) throw new Refusal(403, 'Mangler tilgang', 'the integration has no access to this role');
  return role;
};

/** Through Fiks a role decides. The caller has shown token and integration before. */
export const admitByRole = async ({ params }: FastifyRequest): Promise<Access> => ({
  ...roleOf((params as { rolleId: string }).rolleId),
  organisation: INTEGRATION.organisation,
  throughFiks: true,
});
