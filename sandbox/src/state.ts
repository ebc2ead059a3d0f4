import { FolkeregisterMemory } from './folkeregister/memory.js';
import { Registry } from './maskinporten/registry.js';
import { SeenGrants } from './maskinporten/seenGrants.js';
import { defaultSettings, type Settings } from './settings.js';
import { LetterBox } from './svarut/letterBox.js';
import { FaultQueue } from './traffic/faults.js';
import { RequestLog } from './traffic/requestLog.js';
import { VirtualClock } from './virtualClock.js';

/** Everything the sandbox remembers. Nothing of it survives the process. */
export class SandboxState {
  /** Known once the server listens. */
  url = '';
  settings: Settings = defaultSettings();
  readonly clock: VirtualClock;
  readonly requests = new RequestLog();
  readonly faults = new FaultQueue();
  readonly registry = new Registry();
  readonly seenGrants = new SeenGrants();
  readonly letters = new LetterBox();
  readonly folkeregister = new FolkeregisterMemory();

  constructor(speed: number) {
    this.clock = new VirtualClock(speed);
  }

  get maskinportenIssuer(): string {
    return `${this.url}/maskinporten/`;
  }

  /** What Maskinporten thinks the time is, in milliseconds since 1970. */
  get maskinportenTime(): number {
    return Date.now() + this.settings.maskinportenClockOffsetSeconds * 1000;
  }

  reset(): void {
    this.settings = defaultSettings();
    this.clock.reset();
    this.requests.clear();
    this.faults.clear();
    this.registry.reset();
    this.seenGrants.clear();
    this.letters.clear();
    this.folkeregister.reset();
  }
}
