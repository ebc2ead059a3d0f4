import { fiksAccess } from './fiksAccess.mts';
import type { Group, ServiceRules } from './rule.mts';
import { followingGroups } from './svarutFollowing.mts';
import { metadataGroups } from './svarutMetadata.mts';
import { sendingGroups } from './svarutSending.mts';
import { weather } from './weather.mts';

/** For everyone, and for the recipient's browser. */
const OPEN = ['/publickey/hent', '/forsendelse/{forsendelseId}/{number}'];

const groups: readonly Group[] = [...sendingGroups, ...metadataGroups, ...followingGroups];

const CLOSED = [...new Set(groups.flatMap(({ endpoints }) => endpoints))].filter(
  (one) => !OPEN.some((open) => one.endsWith(open)),
);

export const svarut: ServiceRules = {
  title: 'SvarUt',
  factSheet: 'svarut.md',
  groups: [fiksAccess(CLOSED, '/svarut/'), ...groups, weather('§13', groups)],
};
