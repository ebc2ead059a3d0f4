import type { SandboxState } from '../state.js';

/** Who looks, and when. */
export interface Onlooker {
  readonly today: Date;
  /** Whether persons come with their fødselsnummer, which depends on the caller's rights in the register. */
  readonly ownerNumbers: boolean;
}

export const onlookerOf = ({ settings }: SandboxState): Onlooker => ({
  today: new Date(),
  ownerNumbers: settings.vehicleOwnerNumbers,
});
