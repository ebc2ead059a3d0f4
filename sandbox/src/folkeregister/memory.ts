import { EventFeed } from './eventFeed.js';
import { ExtractJobs } from './extractJobs.js';

/** What Folkeregisteret and the Fiks services upon it remember. */
export class FolkeregisterMemory {
  readonly events = new EventFeed();
  readonly extracts = new ExtractJobs();
  /** Fiks organisations that have had a role made for KS' events per municipality. */
  readonly eventRoles = new Set<string>();

  reset(): void {
    this.events.reset();
    this.extracts.clear();
    this.eventRoles.clear();
  }
}
