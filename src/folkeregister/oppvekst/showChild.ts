/**
 * A child with parents in plain form, with what is protected withheld: the one way out for KS' Oppvekst API.
 */
import { z } from 'zod/v4';
import { readAs } from '../../http/answer';
import type { Json, JsonObject } from '../../operations/operation';
import { protectOppvekst } from '../adressebeskyttelse/oppvekst';
import { graderingsnivaaOf, type OptIns } from '../adressebeskyttelse/protect';
import { personDocument, readPerson, type PersonDocument } from '../model';
import { simplify } from '../simplified/simplify';
import { asRegistered } from './asRegistered';

/** What KS tells of both, by the register's names. */
const OF_EACH = [
  'identifikasjonsnummer',
  'navn',
  'status',
  'foedsel',
  'kjoenn',
  'statsborgerskap',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
];
const OF_A_PARENT: ReadonlySet<string> = new Set(OF_EACH);
const OF_A_CHILD: ReadonlySet<string> = new Set([...OF_EACH, 'deltBosted', 'familierelasjon', 'historikk']);

export interface Asked extends OptIns {
  /** The child as KS sends it, too. */
  readonly raw: boolean;
}

const withParents = z.looseObject({ foreldreansvarlige: z.array(personDocument).optional() });

const valueOf = (person: PersonDocument, name: string): Json => (person[name] as Json) ?? null;

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the child or a parent is not one we can read */
export const showChild = (document: PersonDocument, asked: Asked, nowMs: number): JsonObject => {
  const { person, handleManually } = protectOppvekst(document, asked);
  const plain = (one: PersonDocument, parts: ReadonlySet<string>): JsonObject =>
    simplify(readPerson(asRegistered(one)), { nowMs, asked: parts, grade: asked.grade });
  const { foreldreansvarlige: parents = [] } = readAs('folkeregister', withParents, person);
  return {
    ...plain(person, OF_A_CHILD),
    dufNummer: valueOf(person, 'dufNummer'),
    foreldreansvarstype: valueOf(person, 'foreldreansvarstype'),
    parents: parents.map((parent) => ({
      ansvar: valueOf(parent, 'ansvar'),
      ...plain(parent, OF_A_PARENT),
      handleManually: valueOf(parent, 'handleManually'),
    })),
    handleManually,
    ...(asked.grade && { graderingsnivaa: graderingsnivaaOf(document) }),
    ...(asked.raw && { raw: person as JsonObject }),
  };
};
