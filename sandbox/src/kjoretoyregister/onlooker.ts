import type { SandboxState } from '../state.js';
import type { VehicleRegister } from './register.js';

/** Who looks, when, and where. */
export interface Onlooker {
  readonly today: Date;
  /** Whether persons come with their fødselsnummer, which depends on the caller's rights in the register. */
  readonly ownerNumbers: boolean;
  readonly vehicles: VehicleRegister;
}

export const onlookerOf = ({ settings, world }: SandboxState): Onlooker => ({
  today: new Date(),
  ownerNumbers: settings.vehicleOwnerNumbers,
  vehicles: world.vehicles,
});
