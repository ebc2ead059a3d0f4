import { FolkeregisterMemory } from './folkeregister/memory.js';
import { grownOlder } from './krr/ageing.js';
import type { KrrPerson } from './krr/contact.js';
import { Registry } from './maskinporten/registry.js';
import { SeenGrants } from './maskinporten/seenGrants.js';
import { TokenAges } from './maskinporten/tokenAges.js';
import type { Scenario } from './scenario.js';
import { defaultSettings, type Settings } from './settings.js';
import { LetterBox } from './svarut/letterBox.js';
import { FaultBook } from './traffic/faultBook.js';
import { Operations } from './traffic/operations.js';
import { RequestLog } from './traffic/requestLog.js';
import { VirtualClock } from './virtualClock.js';
import { createWorld, type World } from './world.js';

/** Everything the sandbox remembers. Nothing of it survives the process. */
export class SandboxState {
  /** Known once the server listens. */
  url = '';
  settings: Settings = defaultSettings();
  #scenario: Scenario = {};
  readonly clock: VirtualClock;
  readonly requests = new RequestLog();
  readonly operations = new Operations();
  readonly faults = new FaultBook();
  readonly registry = new Registry();
  readonly seenGrants = new SeenGrants();
  readonly tokenAges: TokenAges;
  readonly letters = new LetterBox();
  readonly folkeregister: FolkeregisterMemory;

  constructor(
    speed: number,
    readonly world: World = createWorld(),
  ) {
    this.clock = new VirtualClock(speed);
    this.tokenAges = new TokenAges(this.clock);
    this.folkeregister = new FolkeregisterMemory(world.persons);
  }

  get maskinportenIssuer(): string {
    return `${this.url}/maskinporten/`;
  }

  /** What Maskinporten thinks the time is, in milliseconds since 1970. */
  get maskinportenTime(): number {
    return Date.now() + this.settings.maskinportenClockOffsetSeconds * 1000;
  }

  /**
   * When the sandbox was started, as virtual time has it. What is dated from it is as old in the eyes of a caller, who lives
   * in real time, as it has become here. However far the clock is moved, it is in no year that a date cannot name.
   */
  get virtualStart(): Date {
    return new Date(Math.max(0, Date.now() - this.clock.elapsed()));
  }

  /** How somebody stands in KRR after the virtual time that has passed. */
  findContact(personidentifikator: string): KrrPerson | undefined {
    const person = this.world.contacts.find(personidentifikator);
    return person && grownOlder(person, this.virtualStart);
  }

  /** Takes it as the state to begin with, and to go back to at each reset. */
  begin(scenario: Scenario): void {
    this.#scenario = scenario;
    this.reset();
  }

  reset(): void {
    const { settings, faults = [] } = this.#scenario;
    this.settings = { ...defaultSettings(), ...settings };
    this.clock.reset();
    this.requests.clear();
    this.faults.clear();
    for (const fault of faults) this.faults.order(fault);
    this.registry.reset();
    this.seenGrants.clear();
    this.tokenAges.clear();
    this.letters.clear();
    this.folkeregister.reset();
  }
}
