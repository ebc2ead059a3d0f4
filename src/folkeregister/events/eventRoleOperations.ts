/**
 * Gives an organisation KS' events per municipality, and takes them away: done once, by somebody who means it.
 */
import { ServiceError } from '../../http/serviceError';
import type { BooleanField } from '../../operations/field';
import { defineOperation, type Operation } from '../../operations/operation';
import type { Session } from '../../session';
import { fiksOrgId } from '../fields/way';
import { changeEventRole } from './eventRole';

const changesAccess = {
  kind: 'boolean',
  name: 'changesAccess',
  label: { en: 'Change Access for the Whole Organisation', nb: 'Endre tilgangen for hele organisasjonen' },
  help: {
    en: 'Whether to do it. The role concerns everyone who reads municipality events for the organisation in Fiks, and not this flow alone.',
    nb: 'Om det skal gjøres. Rollen gjelder alle som leser kommunehendelser for organisasjonen i Fiks, og ikke bare denne flyten.',
  },
  caution: {
    en: 'Leave it off in flows that run by themselves.',
    nb: 'La det stå av i flyter som går av seg selv.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

/** @throws ServiceError ERR_INVALID_INPUT */
const requireConsent = (input: { readonly changesAccess: boolean }): void => {
  if (input.changesAccess) return;
  throw new ServiceError(
    'ERR_INVALID_INPUT',
    `Nothing was changed: "${changesAccess.label.en}" is off.`,
    'Turn it on if the role is to be changed for everyone in the organisation.',
    { service: 'folkeregister', field: changesAccess.name },
  );
};

const FIKS_ORG_ID = '2b0e9a4c-6a0f-4f0b-9b43-1f6d6c1f0a11';

const createEventRole = defineOperation<Session>()({
  name: 'createMunicipalityEventRole',
  title: { en: 'Create Municipality Event Role', nb: 'Opprett rolle for kommunehendelser' },
  summary: {
    en: 'Make the role that lets an organisation in Fiks read municipality events. Done once for an organisation, and only where KS asks for it.',
    nb: 'Lag rollen som lar en organisasjon i Fiks lese kommunehendelser. Gjøres én gang for en organisasjon, og bare der KS krever det.',
  },
  effect: 'send',
  endpoints: ['POST /folkeregister/api/v1/hendelser/{fiksOrgId}/opprettRolle'],
  fields: [changesAccess, fiksOrgId],
  sensitive: [],
  example: { fiksOrgId: FIKS_ORG_ID, eventRole: 'created' },
  each: async (session, input) => {
    requireConsent(input);
    return { fiksOrgId: await changeEventRole(session, 'opprettRolle', input.fiksOrgId), eventRole: 'created' };
  },
});

const deleteEventRole = defineOperation<Session>()({
  name: 'deleteMunicipalityEventRole',
  title: { en: 'Delete Municipality Event Role', nb: 'Slett rolle for kommunehendelser' },
  summary: {
    en: 'Remove the role that lets an organisation in Fiks read municipality events. Every flow that reads them stops getting any.',
    nb: 'Fjern rollen som lar en organisasjon i Fiks lese kommunehendelser. Alle flyter som leser dem, slutter å få dem.',
  },
  effect: 'send',
  endpoints: ['DELETE /folkeregister/api/v1/hendelser/{fiksOrgId}/slettRolle'],
  fields: [changesAccess, fiksOrgId],
  sensitive: [],
  example: { fiksOrgId: FIKS_ORG_ID, eventRole: 'deleted' },
  each: async (session, input) => {
    requireConsent(input);
    return { fiksOrgId: await changeEventRole(session, 'slettRolle', input.fiksOrgId), eventRole: 'deleted' };
  },
});

export const eventRoleOperations: readonly Operation<Session>[] = [createEventRole, deleteEventRole];
