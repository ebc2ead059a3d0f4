import type { Onlooker } from './onlooker.js';
import { parameterError, type SearchParameters } from './parameters.js';
import { partyFilter } from './partyFilters.js';
import type { Party } from './vehicle.js';
import { ownersOf } from './vehicleFilters.js';
import { withoutNumber } from './view.js';

interface Customer {
  readonly personEnhet: Party;
  readonly antallKjoretoy: number;
}

const PARTS_OF_A_NAME = ['fornavn', 'mellomnavn', 'etternavn'];

/** Whom the parameters find among everyone who owns, shares or leases a vehicle today, with how many each has. */
export const findCustomers = (
  parameters: SearchParameters,
  { today, settings, vehicles }: Onlooker,
): readonly Customer[] => {
  requireOneKindOfName(parameters);
  const isFound = partyFilter(parameters);
  const found = new Map<string, Customer>();
  for (const vehicle of vehicles.all) {
    for (const { fomTidspunkt: _from, tilTidspunkt: _until, ...party } of ownersOf(vehicle, today)) {
      if (isFound && !isFound(party)) continue;
      const { antallKjoretoy = 0 } = found.get(party.kundeId) ?? {};
      found.set(party.kundeId, {
        personEnhet: settings.vehicleOwnerNumbers ? party : withoutNumber(party),
        antallKjoretoy: antallKjoretoy + 1,
      });
    }
  }
  return [...found.values()];
};

const requireOneKindOfName = (parameters: SearchParameters): void => {
  const has = (name: string) => Object.hasOwn(parameters, name);
  const parts = PARTS_OF_A_NAME.some(has);
  if (has('navn') === parts)
    throw parameterError('give either navn or one or more of fornavn, mellomnavn and etternavn');
  if (has('fonetisk') && parts) throw parameterError('fonetisk goes with navn only');
  if (has('kjonn') && parameters.eiertype !== 'PERSON') throw parameterError('kjonn goes with eiertype PERSON only');
};
