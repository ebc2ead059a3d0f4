/**
 * The right to KS' events per municipality, which belongs to a whole organisation in Fiks (fact sheet fiks-platform §5.3).
 */
import { chooseOrganisation } from '../../fiks/chooseId';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../../fiks/fiksCall';
import { isSuccess } from '../../http/answer';
import type { Session } from '../../session';
import { fiksBaseOf } from '../client/way';

const CHANGES = { opprettRolle: 'POST', slettRolle: 'DELETE' } as const;

const FORBIDDEN = {
  message: "The integration may not change who has KS' events per municipality, or not for this Fiks organisation.",
  action:
    'Check the organisation; if it is right, have it done in Fiks forvaltning, or ask KS whether integrations may.',
};

/**
 * @param fiksOrgId the credential's own when absent
 * @returns the organisation it was done for
 */
export const changeEventRole = async (
  session: Session,
  change: keyof typeof CHANGES,
  fiksOrgId: string | undefined,
): Promise<string> => {
  const organisation = chooseOrganisation(fiksOrgId, fiksCredentialOf(session));
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: CHANGES[change],
    url: `${fiksBaseOf(session)}/hendelser/${organisation}/${change}`,
    headers: { accept: 'application/json' },
    timeoutMs: 60_000,
    // Whether doing it twice is the same as once is not documented.
    retry: 'never',
  });
  if (!isSuccess(response)) throw fiksRefusal('folkeregister', response, FORBIDDEN);
  return organisation;
};
