/**
 * An event's document in the form of a result, with what is protected withheld.
 */
import { z } from 'zod/v4';
import { readAs } from '../../http/answer';
import type { Json, JsonObject } from '../../operations/operation';
import { protectEvent } from '../adressebeskyttelse/events';
import type { OptIns } from '../adressebeskyttelse/protect';
import type { PersonDocument } from '../model';
import { text } from '../values';

/** The document calls the type by another name than the feed. */
const eventDocument = z.looseObject({
  dokumentidentifikator: text,
  hendelse: z.looseObject({
    folkeregisteridentifikator: text,
    hendelsestype: text,
    ajourholdstidspunkt: text,
    egenskapshendelse: z.unknown(),
  }),
});

const changesIn = (changes: unknown): readonly Json[] => (changes === undefined ? [] : ([changes].flat() as Json[]));

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the document is not one we can read */
export const showEvent = (document: PersonDocument, optIns: OptIns): JsonObject => {
  const shown = protectEvent(document, optIns);
  const { dokumentidentifikator, hendelse } = readAs('folkeregister', eventDocument, shown);
  return {
    hendelsesdokument: dokumentidentifikator ?? null,
    hendelsetype: hendelse.hendelsestype ?? null,
    foedselsnummer: hendelse.folkeregisteridentifikator ?? null,
    ajourholdstidspunkt: hendelse.ajourholdstidspunkt ?? null,
    changes: changesIn(hendelse.egenskapshendelse),
    withheld: JSON.stringify(shown) !== JSON.stringify(document),
  };
};
