import type { Described } from '../folkeregister/persons/newPerson.js';
import { estateAddress } from '../folkeregister/persons/places.js';
import { partnerOf } from '../folkeregister/persons/relations.js';
import { addressOf } from './home.js';
import type { Household, Old } from './household.js';
import { DIED, oldKind } from './kinds.js';

const MARRIED_SINCE = '1985-06-15';
const ESTATE_SINCE = '2024-07-01';

/** What one of the two has of relations and civil status; the estate of the dead is the widow's. */
export const oldPart = (household: Household, member: Old): Partial<Described> => {
  const other = household.numberOf(member === 'oldWoman' ? 'oldMan' : 'oldWoman');
  if (other === undefined || oldKind(household) === 'strangers') return {};
  const family = [partnerOf(other, MARRIED_SINCE)];
  if (oldKind(household) === 'married') {
    return { family, sivilstand: { since: MARRIED_SINCE, sivilstand: 'gift', relatertVedSivilstand: other } };
  }
  if (member === 'oldWoman') return { family, sivilstand: { since: DIED, sivilstand: 'enkeEllerEnkemann' } };
  const { street, town } = addressOf(household, 'oldWoman');
  return {
    family,
    died: DIED,
    status: { since: DIED, status: 'doed' },
    estate: {
      since: ESTATE_SINCE,
      skifteform: 'annet',
      attestutstedelsesdato: ESTATE_SINCE,
      person: { foedselsEllerDNummer: other },
      adresse: estateAddress(street, town),
    },
  };
};
