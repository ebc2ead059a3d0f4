/**
 * Who shall receive this letter? A pure rule over what the register says of the person it is about (fact sheet folkeregister
 * §5.1, §5.3): an adult; for a minor whoever has parental responsibility, and so is guardian too (Skatteetaten, on
 * foreldreansvar); beside an adult a guardian whose mandate covers the matter; for the dead whoever answers for the estate
 * (Skatteetaten, on dødsfall). What is missing, new or in doubt is for a person to decide.
 */
import { numberOf, type Folkeregisterperson } from '../model';
import { estateContactsOf, guardiansOf } from '../relations';
import { ageGroupOf, hasTurned } from '../simplified/age';
import { addresseeAs, type Addressee } from './addressee';
import { coverageOf, type Matter } from './mandate';
import { judge, responsibilitiesFor, responsiblePartiesIn } from './parentalResponsibility';
import type { Reason } from './reasons';
import { standingOf } from './standing';

export interface Decision {
  /** Where a person must decide, those who come into question. */
  readonly addressees: readonly Addressee[];
  readonly reason: Reason;
}

interface Guardians {
  /** Those whose mandate touches the matter. */
  readonly addressees: readonly Addressee[];
  /** Whether each of their mandates covers it. */
  readonly cover: boolean;
}

const guardiansFor = (person: Folkeregisterperson, matter: Matter, ward: 'adult' | 'minor'): Guardians => {
  const touching = guardiansOf(person)
    .map((guardian) => ({ guardian, coverage: coverageOf(guardian, matter, ward) }))
    .filter(({ coverage }) => coverage !== 'not');
  return {
    addressees: touching.map(({ guardian }) => addresseeAs('guardian', guardian)),
    cover: touching.every(({ coverage }) => coverage === 'covers'),
  };
};

const forMinor = (person: Folkeregisterperson, matter: Matter): Decision => {
  const guardians = guardiansFor(person, matter, 'minor');
  const responsibilities = responsibilitiesFor(person);
  const parents = responsiblePartiesIn(responsibilities).map((party) => addresseeAs('parentalResponsibility', party));
  const addressees = [...parents, ...guardians.addressees];
  if (responsibilities.length > 0) {
    const isAlone = guardians.addressees.length === 0;
    return { addressees, reason: isAlone ? judge(person, responsibilities) : 'FORELDREANSVAR_OG_VERGE' };
  }
  if (addressees.length === 0) return { addressees, reason: 'FORELDREANSVAR_MANGLER' };
  return { addressees, reason: guardians.cover ? 'VERGE_FOR_MINDREAARIG' : 'VERGE_UKLART' };
};

const forAdult = (person: Folkeregisterperson, self: Addressee, matter: Matter): Decision => {
  const guardians = guardiansFor(person, matter, 'adult');
  if (guardians.addressees.length === 0) return { addressees: [self], reason: 'PERSONEN' };
  return { addressees: [...guardians.addressees, self], reason: guardians.cover ? 'VERGE' : 'VERGE_UKLART' };
};

const forEstate = (person: Folkeregisterperson): Decision => {
  const addressees = estateContactsOf(person).map((estate) => ({ ...addresseeAs('estate', estate), estate }));
  if (addressees.length === 0) return { addressees, reason: 'DOEDSBO_UTEN_KONTAKT' };
  return { addressees, reason: addressees.length === 1 ? 'DOEDSBO' : 'DOEDSBO_FLERE_KONTAKTER' };
};

/** @param matter what the letter is about, for the mandates of guardians */
export const decide = (person: Folkeregisterperson, matter: Matter, nowMs: number): Decision => {
  const self = addresseeAs('person', { foedselsnummer: numberOf(person) });
  const standing = standingOf(person);
  if (standing === 'dead') return forEstate(person);
  if (standing !== 'living') return { addressees: [self], reason: standing };
  const age = ageGroupOf(person, nowMs);
  if (age === 'unknown') return { addressees: [self], reason: 'ALDER_UKJENT' };
  return age === 'minor' ? forMinor(person, matter) : forAdult(person, self, matter);
};

/** At this age a minor who is party to a case is notified too, beside the guardian (forvaltningsloven § 16). */
const AGE_OF_NOTICE = 15;

/** Whether the minor the letter is about may have to be notified as well. */
export const isNotifiedToo = (person: Folkeregisterperson, nowMs: number): boolean =>
  standingOf(person) === 'living' &&
  ageGroupOf(person, nowMs) === 'minor' &&
  hasTurned(AGE_OF_NOTICE, person, nowMs) === true;
