import type { SandboxState } from '../state.js';
import type { VehicleRegister } from './register.js';
import type { VehicleSettings } from './settings.js';

/** Who looks, when, and where. */
export interface Onlooker {
  readonly settings: VehicleSettings;
  readonly today: Date;
  /** The day that the deadlines of the periodic control are counted from. */
  readonly virtualStart: Date;
  readonly vehicles: VehicleRegister;
}

export const onlookerOf = ({ settings, virtualStart, world }: SandboxState): Onlooker => ({
  settings,
  today: new Date(),
  virtualStart,
  vehicles: world.vehicles,
});
