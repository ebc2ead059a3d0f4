import { ADDRESSES } from './addresses.js';
import { ESTATES } from './estates.js';
import { FAMILIES } from './families.js';
import { GUARDIANSHIPS } from './guardianships.js';
import { IDENTITIES } from './identities.js';
import { newPerson } from './newPerson.js';
import { PROTECTED_FAMILIES } from './protectedFamilies.js';
import { VEHICLE_OWNERS } from './vehicleOwners.js';

/** One for each rule that the twelve leave without a person. */
export const INVENTED_PERSONS = [
  ...FAMILIES,
  ...PROTECTED_FAMILIES,
  ...GUARDIANSHIPS,
  ...ESTATES,
  ...ADDRESSES,
  ...IDENTITIES,
  ...VEHICLE_OWNERS,
].map(newPerson);
