import { createHash } from 'node:crypto';
import { ORDINARY } from './persons';

export const PDF = Buffer.from('%PDF-1.7 a letter');

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** An item as Folkeregister and the flow's own functions leave it. */
export const letterTo = (changes: object = {}) => ({
  foedselsnummer: ORDINARY,
  name: 'RASK FYRLYKT',
  postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
  eksternReferanse: 'vedtak-1',
  kunDigitalLevering: false,
  ...changes,
});
