import { osloTimestamp } from '../osloTime.js';
import { CHANGES, EARLIER_EVENTS, type RegisterEvent } from './earlierEvents.js';
import { CLOSED_AS_DUPLICATE } from './eventTypes.js';
import type { PersonRegister } from './register.js';
import { documentId, type Version } from './versions.js';

/** Something to happen to a person. */
export interface EventOrder {
  readonly type: string;
  readonly person: string;
  readonly change: (typeof CHANGES)[number];
}

/** Beyond this age events and the versions that came with them are refused: 36 months. */
const OLDEST_MS = 3 * 365.25 * 86_400_000;

/** What happens by itself, one after the other. */
const ORDINARY_TYPES = ['endringIBostedsadresse', 'endringINavn', 'personErOppdatert', 'endringISivilstand'];

/** However far the clock is moved, the feed grows by no more at a time. */
const LARGEST_GROWTH = 100_000;

/** Numbers rise but are not without gaps: one is left out after so many. */
const GAP_AFTER = 10;

const inTurn = <T>(items: readonly T[], turn: number): T => items[turn % items.length] as T;

/** Everything that happened to the persons, in order. Times are virtual milliseconds since the start. */
export class EventFeed {
  readonly #events: RegisterEvent[] = [];
  readonly #byDocument = new Map<string, RegisterEvent>();
  readonly #byVersion = new Map<string, RegisterEvent>();
  #added = 0;
  #grown = 0;
  #grownUntil = 0;
  #startedAt = Date.now();

  constructor(private readonly persons: PersonRegister) {
    this.reset();
  }

  /** Lets the same happen so many times at this moment. */
  add(order: EventOrder, elapsed: number, times = 1): void {
    const ajourholdstidspunkt = osloTimestamp(new Date(this.#startedAt + elapsed));
    for (let time = 0; time < times; time += 1) this.#append(order, elapsed, ajourholdstidspunkt);
  }

  #append({ type, person, change }: EventOrder, addedAt: number, ajourholdstidspunkt: string): void {
    this.#added += 1;
    const gap = this.#added % GAP_AFTER === 0 ? 2 : 1;
    const sekvensnummer = this.latest + gap;
    this.#remember({
      sekvensnummer,
      folkeregisteridentifikator: person,
      type,
      change,
      hendelsesdokument: documentId('event', sekvensnummer),
      ...(type !== CLOSED_AS_DUPLICATE && { persondokument: documentId('version', sekvensnummer) }),
      ajourholdstidspunkt,
      addedAt,
    });
  }

  #remember(event: RegisterEvent): void {
    this.#events.push(event);
    this.#byDocument.set(event.hendelsesdokument, event);
    if (event.persondokument !== undefined) this.#byVersion.set(event.persondokument, event);
  }

  /** Lets happen what is due by now. */
  grow(elapsed: number, everySeconds: number): void {
    if (everySeconds === 0) {
      this.#grownUntil = elapsed;
      return;
    }
    const step = everySeconds * 1000;
    for (let turn = 0; turn < LARGEST_GROWTH && this.#grownUntil + step <= elapsed; turn += 1) {
      const type = inTurn(ORDINARY_TYPES, this.#grown);
      const person = this.persons.at(this.#grown % this.persons.size).foedselsEllerDNummer;
      this.#grown += 1;
      this.#grownUntil += step;
      this.add({ type, person, change: 'registrereNy' }, this.#grownUntil);
    }
  }

  get latest(): number {
    return this.#events.at(-1)?.sekvensnummer ?? 0;
  }

  /** The number below which everything is too old to ask for. */
  oldest(elapsed: number): number {
    return this.#events.find((event) => !isTooOld(event, elapsed))?.sekvensnummer ?? this.latest + 1;
  }

  /** @param from inclusive */
  page(from: number, size: number): readonly RegisterEvent[] {
    const start = this.#events.findIndex(({ sekvensnummer }) => sekvensnummer >= from);
    return start === -1 ? [] : this.#events.slice(start, start + size);
  }

  findEvent(hendelsesdokument: string): RegisterEvent | undefined {
    return this.#byDocument.get(hendelsesdokument);
  }

  /** A version of a person by its id, and the event that made it where one did. */
  findVersion(persondokument: string): { version: Version; event?: RegisterEvent } | undefined {
    const now = this.persons.findByDocument(persondokument);
    if (now) return { version: { persona: now } };
    const event = this.#byVersion.get(persondokument);
    const persona = event && this.persons.findByAnyNumber(event.folkeregisteridentifikator);
    return persona && { version: { persona, moment: Date.parse(event.ajourholdstidspunkt) }, event };
  }

  reset(): void {
    this.#events.length = 0;
    this.#byDocument.clear();
    this.#byVersion.clear();
    this.#added = 0;
    this.#grown = 0;
    this.#grownUntil = 0;
    this.#startedAt = Date.now();
    EARLIER_EVENTS.forEach((event) => this.#remember(event));
  }
}

export const isTooOld = ({ addedAt }: RegisterEvent, elapsed: number): boolean => elapsed - addedAt > OLDEST_MS;
