import { createHash } from 'node:crypto';
import { isCurrent, textOf, type Element, type Persona, type PersonDocument } from './register.js';

/** Ids of documents are 32 hexadecimal digits. */
export const documentId = (...from: readonly (string | number)[]): string =>
  createHash('md5').update(from.join(' ')).digest('hex');

const registeredAt = ({ ajourholdstidspunkt }: Element): number => Date.parse(String(ajourholdstidspunkt));

/** A person as the register knew it at a moment, in milliseconds since 1970. */
export const versionAt = (document: PersonDocument, moment: number): PersonDocument => {
  const version: Record<string, Element | readonly Element[]> = {};
  for (const [part, content] of Object.entries(document)) {
    const list = [content].flat() as readonly Element[];
    const known = list.filter((element) => registeredAt(element) <= moment);
    const [only] = known;
    if (!only) continue;
    version[part] = Array.isArray(content) ? known.map((element) => asOf(element, known, moment)) : only;
  }
  return version;
};

/** What has been replaced since then was still current. */
const asOf = (element: Element, known: readonly Element[], moment: number): Element => {
  if (isCurrent(element)) return element;
  const { opphoerstidspunkt: _ended, ...rest } = element;
  const ended = Date.parse(textOf(element, 'opphoerstidspunkt')) <= moment;
  const replaced = known.some((other) => registeredAt(other) > registeredAt(element));
  return ended || replaced ? element : { ...rest, erGjeldende: true };
};

export interface Version {
  readonly persona: Persona;
  /** Milliseconds since 1970; the current version has none. */
  readonly moment?: number;
}

export const documentOf = ({ persona, moment }: Version): PersonDocument =>
  moment === undefined ? persona.folkeregisterperson : versionAt(persona.folkeregisterperson, moment);
