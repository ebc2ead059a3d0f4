import type { RegisterEvent } from './earlierEvents.js';
import { partsOfEvent } from './eventTypes.js';
import { elementsOf, isCurrent, type Element, type Persona } from './register.js';

/** Event documents keep the older names of two parts. */
const ENTITIES: Readonly<Record<string, string>> = {
  postadresse: 'kontaktadresse',
  postadresseIUtlandet: 'kontaktadresseIUtlandet',
};

/** A value in an event has no erGjeldende, and one member with an older name. */
const payloadOf = (element: Element): Element => {
  const { erGjeldende: _current, identitetsgrunnlagstatus, ...rest } = element;
  return identitetsgrunnlagstatus === undefined ? rest : { ...rest, legitimasjonskontroll: identitetsgrunnlagstatus };
};

/** What an event was about; undefined for the events that only say that something changed. */
export const eventDocument = (event: RegisterEvent, persona: Persona | undefined) => {
  const parts = partsOfEvent(event.type);
  if (!persona || !parts) return undefined;
  const egenskapshendelse = parts.flatMap((part) => {
    const elements = elementsOf(persona.folkeregisterperson, part);
    const element = elements.find(isCurrent) ?? elements[0];
    if (!element) return [];
    return [
      {
        // What is annulled is not repeated.
        ...(event.change !== 'annullere' && { [part]: payloadOf(element) }),
        entitet: ENTITIES[part] ?? part,
        entitetsendring: event.change,
      },
    ];
  });
  return {
    dokumentidentifikator: event.hendelsesdokument,
    skjemaversjon: '1.0',
    hendelse: {
      folkeregisteridentifikator: event.folkeregisteridentifikator,
      hendelsestype: event.type,
      ajourholdstidspunkt: event.ajourholdstidspunkt,
      ...(egenskapshendelse.length > 0 && { egenskapshendelse }),
    },
  };
};
