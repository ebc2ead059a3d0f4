import file from '../data/personas.json' with { type: 'json' };
import { eventOfPart } from './eventTypes.js';
import { INVENTED_PERSONS } from './persons/all.js';
import { elementsOf, type Persona } from './register.js';
import { documentId } from './versions.js';

export const CHANGES = ['registrereNy', 'korrigere', 'annullere'] as const;

export interface RegisterEvent {
  readonly sekvensnummer: number;
  readonly folkeregisteridentifikator: string;
  readonly type: string;
  readonly change: (typeof CHANGES)[number];
  readonly hendelsesdokument: string;
  readonly persondokument?: string;
  readonly ajourholdstidspunkt: string;
  /** Virtual milliseconds since the start; what happened before it counts as having happened then. */
  readonly addedAt: number;
}

/** As the file of the twelve has them. */
const recorded = file.hendelser.map(({ sekvensnummer, hendelse }): RegisterEvent => {
  const { hendelsetype, ...rest } = hendelse;
  return { ...rest, sekvensnummer, type: hendelsetype, change: 'registrereNy', addedAt: 0 };
});

const FIRST_RECORDED = recorded[0]?.sekvensnummer ?? 1;

/** What happened to the others in the year before the recorded events. */
const FROM = Date.parse('2023-01-01T00:00:00+01:00');
const UNTIL = Date.parse(recorded[0]?.ajourholdstidspunkt ?? '');

interface Change {
  readonly persona: Persona;
  readonly part: string;
  readonly at: string;
}

const changesOf = (persona: Persona): readonly Change[] =>
  Object.keys(persona.folkeregisterperson).flatMap((part) =>
    elementsOf(persona.folkeregisterperson, part).map(({ ajourholdstidspunkt }) => ({
      persona,
      part,
      at: String(ajourholdstidspunkt),
    })),
  );

const derived = INVENTED_PERSONS.flatMap(changesOf)
  .filter(({ at }) => Date.parse(at) >= FROM && Date.parse(at) < UNTIL)
  .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  .map(({ persona, part, at }, index, all): RegisterEvent => {
    const number = persona.foedselsEllerDNummer;
    return {
      sekvensnummer: FIRST_RECORDED - all.length + index,
      folkeregisteridentifikator: number,
      type: eventOfPart(part),
      change: 'registrereNy',
      hendelsesdokument: documentId('event', number, part, at),
      persondokument: documentId('version', number, at),
      ajourholdstidspunkt: at,
      addedAt: 0,
    };
  });

/** Everything that happened before the sandbox was started, oldest first. */
export const EARLIER_EVENTS: readonly RegisterEvent[] = [...derived, ...recorded];
