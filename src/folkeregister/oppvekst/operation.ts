/**
 * Get Child With Parents: KS' Oppvekst API, for kindergartens, schools and child health services. Only through Fiks.
 */
import type { BooleanField } from '../../operations/field';
import { defineOperation } from '../../operations/operation';
import type { Session } from '../../session';
import { foedselsnummer as numberOfPerson } from '../fields/numbers';
import { PERSON } from '../fields/shown';
import { fiksOrgId, fiksRole } from '../fields/way';
import { outcomeOf } from '../present';
import { SENSITIVE_VALUES } from '../sensitive';
import { MOST_CHILDREN } from './client';
import { CHILD_EXAMPLE } from './example';
import { lookUpChildren } from './lookUp';
import { showChild } from './showChild';

const foedselsnummer = {
  ...numberOfPerson,
  help: {
    en: 'Fødselsnummer or D-number of the child, 11 digits.',
    nb: 'Fødselsnummer eller D-nummer for barnet, 11 siffer.',
  },
} as const;

const includeRaw = {
  kind: 'boolean',
  name: 'includeRaw',
  label: { en: 'Include Raw', nb: 'Ta med rådata' },
  help: {
    en: 'Whether the child as KS sends it is in the result too, under raw: school and basic statistical districts among it. Protected addresses are withheld there as well.',
    nb: 'Om barnet slik KS sender det også er i resultatet, under raw: blant annet skolekrets og grunnkrets. Beskyttede adresser holdes tilbake der også.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

const [, , , includeProtectedAddresses, includeProtectionGrade] = PERSON;

const EXAMPLE = showChild(
  CHILD_EXAMPLE,
  { addresses: false, grade: false, raw: false },
  Date.parse('2026-11-20T10:00:00+01:00'),
);

export const getChildWithParents = defineOperation<Session>()({
  name: 'getChildWithParents',
  title: { en: 'Get Child With Parents', nb: 'Hent barn med foreldre' },
  summary: {
    en: "Look up children and those with parental responsibility for them in one call, by KS' Oppvekst API: names, status, addresses and family. Only through Fiks, with a role made for it. Protected addresses are withheld.",
    nb: 'Slå opp barn og de som har foreldreansvar for dem, i ett kall gjennom KS sitt Oppvekst-API: navn, status, adresser og familie. Bare gjennom Fiks, med en rolle som er laget for det. Beskyttede adresser holdes tilbake.',
  },
  effect: 'read',
  endpoints: ['POST /folkeregister/api/v1/oppvekst/{fiksOrgId}/{rolleId}'],
  fields: [foedselsnummer, includeProtectedAddresses, includeProtectionGrade, includeRaw, fiksOrgId, fiksRole],
  batch: { limit: MOST_CHILDREN, on: 'foedselsnummer' },
  sensitive: [...SENSITIVE_VALUES, 'dufNummer', 'foreldreansvarstype', 'parents', 'raw'],
  example: EXAMPLE,
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const numbers = inputs.map((input) => input.foedselsnummer);
    const asked = {
      addresses: first.includeProtectedAddresses,
      grade: first.includeProtectionGrade,
      raw: first.includeRaw,
    };
    const now = session.ports.now();
    const found = await lookUpChildren(session, first, numbers);
    return found.map((child) => outcomeOf(child, (document) => showChild(document, asked, now)));
  },
});
