import type { RegisterEvent } from './earlierEvents.js';
import type { RightsPackage } from './packages.js';
import { EVENT_NAMESPACE } from './xsd.js';
import { escapedXml, XML_DECLARATION, xmlElement } from './xml.js';

/** An event as one package sees it, under its own number. */
export const storedEvent = (event: RegisterEvent, { legalBasis, eventTypes, sequenceOffset }: RightsPackage) => ({
  sekvensnummer: event.sekvensnummer + sequenceOffset,
  hendelse: {
    folkeregisteridentifikator: event.folkeregisteridentifikator,
    hendelsetype: eventTypes ? event.type : 'endringIPerson',
    ...(legalBasis && { hendelsesdokument: event.hendelsesdokument, persondokument: event.persondokument }),
    ajourholdstidspunkt: event.ajourholdstidspunkt,
  },
});

type StoredEvent = ReturnType<typeof storedEvent>;

const link = (rel: string, href: string): string => `<link rel="${rel}" href="${escapedXml(href)}"/>`;

/** @param path of the feed, without query */
export const atomFeed = (path: string, seq: number, size: number, events: readonly StoredEvent[]): string => {
  const entries = events.map(
    (event) =>
      `<entry><id>${event.sekvensnummer}</id><updated>${event.hendelse.ajourholdstidspunkt}</updated>` +
      `<content type="application/xml">${xmlElement('lagretHendelse', event, ` xmlns="${EVENT_NAMESPACE}"`)}</content></entry>`,
  );
  return (
    `${XML_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom">` +
    link('self', `${path}?seq=${seq}`) +
    link('first', `${path}?seq=${seq}`) +
    link('next', `${path}?seq=${seq + size}`) +
    `${entries.join('')}</feed>`
  );
};
