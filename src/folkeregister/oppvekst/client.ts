/**
 * Children with their parents, as KS puts them together: beside the mirror of the register and only through Fiks (fact sheet
 * fiks-platform §5.2).
 */
import { z } from 'zod/v4';
import { chooseOrganisation } from '../../fiks/chooseId';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../../fiks/fiksCall';
import { isSuccess, readAnswer } from '../../http/answer';
import type { Session } from '../../session';
import { roleTitle } from '../client/refusal';
import { fiksBaseOf, roleOf, throughFiks } from '../client/way';

/** On whose behalf to ask; the credential's own where absent. */
export interface Asker {
  readonly fiksOrgId: string | undefined;
  /** A role's id or name. */
  readonly rolleId: string | undefined;
}

/** Most that are asked for at once: KS names no limit, and each child brings two more persons. */
export const MOST_CHILDREN = 100;

/** By the names they have in Fiks forvaltning. */
const DEMANDS = [
  'from «Personbasis» the number, personstatus, fødsel, statsborgerskap, kjønn, navn, bostedsadresse, oppholdsadresse, delt bosted, postadresse and adressebeskyttelse',
  'from «Identitetsgrunnlag utvidet» utenlandsk personidentifikasjon',
  'from «Relasjon utvidet» familierelasjon and foreldreansvar',
  'and «Historiske data»',
].join('; ');

/**
 * Those the register knows, in whatever order.
 * @throws ServiceError ERR_FORBIDDEN with what a role must have
 */
export const fetchChildren = async (
  session: Session,
  { fiksOrgId, rolleId }: Asker,
  foedselsnumre: readonly string[],
): Promise<readonly unknown[]> => {
  const way = throughFiks(rolleId);
  const organisation = chooseOrganisation(fiksOrgId, fiksCredentialOf(session));
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: 'POST',
    url: `${fiksBaseOf(session)}/oppvekst/${organisation}/${roleOf(session, way)}`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ foedselsnumre }),
    timeoutMs: 60_000,
    retry: 'read',
    retryAfterUnit: 'milliseconds',
  });
  if (isSuccess(response)) return readAnswer('folkeregister', z.array(z.unknown()), response);
  throw fiksRefusal('folkeregister', response, {
    message: `${roleTitle(session, way)} does not open KS' Oppvekst API, or the integration has no access to the role or the Fiks organisation.`,
    action: `In Fiks forvaltning, give the role the purpose «Søk etter person» and these elements: ${DEMANDS}; and check that the role belongs to the Fiks organisation.`,
  });
};
