/** Letters to send, and what the sandbox must then hold. */
import { createHash } from 'node:crypto';
import { documentFromBytes, type DocumentSource } from '../../src/core';
import { numberOf } from './persons';
import type { Stored } from './world';

export const pdf = (filnavn = 'vedtak.pdf', text = 'a letter'): DocumentSource =>
  documentFromBytes(filnavn, 'application/pdf', new TextEncoder().encode(`%PDF-1.7 ${text}`));

export const ADDRESS = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };

export const letter = (eksternReferanse: string | undefined, changes: Stored = {}): Stored => ({
  foedselsnummer: numberOf('ordinary-resident'),
  navn: 'RASK FYRLYKT',
  postalAddress: ADDRESS,
  tittel: 'Vedtak om barnehageplass',
  documents: [pdf()],
  eksternReferanse,
  ...changes,
});

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
