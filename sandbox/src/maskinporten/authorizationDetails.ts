import { MUNICIPALITY } from './clients.js';
import { GrantRefusal } from './refusals.js';

export const SYSTEM_USER_TYPE = 'urn:altinn:systemuser';

type Fields = Readonly<Record<string, unknown>>;

/** What the token says of a system user (systembruker), besides repeating what was asked for. */
interface SystemUser {
  readonly systemuser_id: readonly string[];
  readonly system_id: string;
}

/** By the organisation that made the system user in Altinn. */
const SYSTEM_USERS: ReadonlyMap<unknown, SystemUser> = new Map([
  [
    `0192:${MUNICIPALITY}`,
    { systemuser_id: ['34221d03-8472-4ada-95ea-e9e69ec9ff62'], system_id: `${MUNICIPALITY}_norsk-kommune-sandbox` },
  ],
]);

/** Reads the claim `authorization_details` (RFC 9396), of which Maskinporten takes one entry; returns that of the token. */
export const judgeAuthorizationDetails = (claim: unknown): readonly Fields[] | undefined => {
  if (claim === undefined) return undefined;
  const [detail, ...others] = (Array.isArray(claim) ? claim : []) as readonly unknown[];
  if (!isObject(detail) || others.length > 0) throw invalid('it must be a list with one object in it');
  if (detail.type !== SYSTEM_USER_TYPE) {
    throw new GrantRefusal('MP-301', `the sandbox knows only the type ${SYSTEM_USER_TYPE}`);
  }
  refuseUnknown(detail, ['type', 'systemuser_org', 'externalRef']);
  const { systemuser_org: organisation, externalRef } = detail;
  if (!isObject(organisation)) throw invalid('systemuser_org must be an object with authority and ID');
  refuseUnknown(organisation, ['authority', 'ID']);
  if (organisation.authority !== 'iso6523-actorid-upis') throw invalid('authority must be iso6523-actorid-upis');
  if (externalRef !== undefined && typeof externalRef !== 'string') throw invalid('externalRef must be text');
  const systemUser = SYSTEM_USERS.get(organisation.ID);
  if (!systemUser) throw invalid('ID must be 0192:<organisation number> of an organisation with a system user');
  return [{ ...detail, ...systemUser }];
};

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuseUnknown = (fields: Fields, known: readonly string[]): void => {
  if (Object.keys(fields).every((name) => known.includes(name))) return;
  throw new GrantRefusal('MP-302', `only ${known.join(', ')} are known here`);
};

const invalid = (reason: string): GrantRefusal => new GrantRefusal('MP-303', reason);
