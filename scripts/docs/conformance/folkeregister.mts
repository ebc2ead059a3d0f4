import { fiksAccess } from './fiksAccess.mts';
import { doorGroups } from './folkeregisterDoors.mts';
import { eventGroups } from './folkeregisterEvents.mts';
import { personGroups } from './folkeregisterPersons.mts';
import { testsOf, type Group, type ServiceRules } from './rule.mts';
import { weather } from './weather.mts';

const ks = testsOf('sandbox/folkeregisterKs');

const CHILDREN = 'POST /fiks/folkeregister/api/v1/oppvekst/{fiksOrgId}/{rolleId}';
const below = (resource: string): string => `/fiks/folkeregister/api/v1/hendelser/${resource}`;
const TYPES = `GET ${below('typer')}`;
const ASKED = [`POST ${below('statistikk')}`, `POST ${below('liste')}`];
const ROLES = [`POST ${below('{fiksOrgId}/opprettRolle')}`, `DELETE ${below('{fiksOrgId}/slettRolle')}`];
const KS = [CHILDREN, TYPES, ...ASKED, ...ROLES];

const ksGroups: readonly Group[] = [
  {
    about: 'Children with their parents',
    endpoints: [CHILDREN],
    rules: [
      [
        '§1.3',
        'One value where the register has lists, and both parents',
        ks('the Oppvekst API gives a child with both parents, one value where the register has lists'),
      ],
      [
        'fiks-platform §5.2',
        'Protection, DUF number and former number come along',
        ks('the Oppvekst API tells of a protection, a DUF number and a former number'),
      ],
      [
        'fiks-platform §5.2',
        'The role holds all that is demanded',
        ks('the Oppvekst API is open to a role with exactly what it demands'),
        ks('the Oppvekst API is closed to the role %s'),
      ],
      ['fiks-platform §5.2', 'At least one number, and valid ones', ks('the Oppvekst API refuses the list %j')],
      [
        'fiks-platform §5.2',
        'Any number of children may be asked for, or so many: `oppvekstLimit`',
        ks('the Oppvekst API takes any number of children, or so many as the setting says'),
      ],
      ['fiks-platform §5.2', 'Whom nobody knows is left out', ks('the Oppvekst API leaves out whom nobody knows')],
      [
        'fiks-platform §5.2',
        'Organisation and role are those of the integration',
        ks('the Oppvekst API is closed to %s'),
      ],
      [
        'fiks-platform §5.2',
        'Answers are as the description has them',
        testsOf('contract/personServices')(
          'what the sandbox answers about persons besides by KS itself everyone with parents, by the Oppvekst API',
        ),
      ],
    ],
  },
  {
    about: 'The types of events per municipality',
    endpoints: [TYPES],
    rules: [['fiks-platform §5.3', 'There are four', ks('the events per municipality are of four types')]],
  },
  {
    about: 'Events per municipality',
    endpoints: ASKED,
    rules: [
      [
        'fiks-platform §5.3',
        'Who moved, died or was born since a day, as a count and as a list',
        ks('the events per municipality %s in %s since %s: %j'),
      ],
      [
        'fiks-platform §5.3',
        'Several municipalities, and years of birth for the moving types only',
        ks('the events per municipality may be of several municipalities, and of some years of birth'),
      ],
      [
        'fiks-platform §5.3',
        'Dates, municipalities and types are as described',
        ks('the events per municipality refuse %j'),
      ],
      [
        'fiks-platform §5.3',
        'The role must exist',
        ks('the events per municipality refuse a role that does not exist'),
      ],
      [
        'fiks-platform §5.3',
        'Who may use them: `fiksEvents`',
        ks('the events per municipality may be for people only'),
      ],
    ],
  },
  {
    about: 'A role for the events',
    endpoints: ROLES,
    rules: [
      [
        'fiks-platform §5.3',
        'It may have to be made first',
        ks('the events per municipality may want a role to be made first'),
      ],
    ],
  },
];

const MIRRORED = [...new Set([...personGroups, ...eventGroups].flatMap(({ endpoints }) => endpoints))];

const groups: readonly Group[] = [...personGroups, ...eventGroups, ...ksGroups];

export const folkeregister: ServiceRules = {
  title: 'Folkeregisteret',
  factSheet: 'folkeregister.md',
  groups: [
    fiksAccess([...MIRRORED.filter((one) => one.includes('/fiks/')), ...KS], '/fiks/'),
    ...doorGroups(MIRRORED),
    ...groups,
    weather('§13', groups),
  ],
};
