/**
 * Events of the types somebody wants.
 */
import type { FeedEvent } from './feed';

export interface ChosenTypes {
  readonly eventTypes: readonly string[];
  readonly otherEventTypes: readonly string[];
}

/** All of them where no type is chosen. */
export const ofChosenTypes = (
  events: readonly FeedEvent[],
  { eventTypes, otherEventTypes }: ChosenTypes,
): readonly FeedEvent[] => {
  const wanted = new Set([...eventTypes, ...otherEventTypes]);
  return wanted.size === 0 ? events : events.filter(({ hendelsetype }) => wanted.has(hendelsetype ?? ''));
};
