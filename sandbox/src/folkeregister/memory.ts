import { EventFeed } from './eventFeed.js';
import { ExtractJobs } from './extractJobs.js';
import type { PersonRegister } from './register.js';

/** What Folkeregisteret and the Fiks services upon it remember. */
export class FolkeregisterMemory {
  readonly events: EventFeed;
  readonly extracts = new ExtractJobs();
  /** Fiks organisations that have had a role made for KS' events per municipality. */
  readonly eventRoles = new Set<string>();

  constructor(persons: PersonRegister) {
    this.events = new EventFeed(persons);
  }

  reset(): void {
    this.events.reset();
    this.extracts.clear();
    this.eventRoles.clear();
  }
}
