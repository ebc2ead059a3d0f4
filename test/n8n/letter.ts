import { createHash } from 'node:crypto';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { ORDINARY } from './persons';

export const PDF = Buffer.from('%PDF-1.7 a letter');

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** As n8n keeps small files: in the item itself. */
export const inMemory = (bytes = PDF, fileName: string | undefined = 'vedtak.pdf'): IBinaryData => ({
  data: bytes.toString('base64'),
  mimeType: 'application/pdf',
  fileName,
});

/** As n8n keeps them on disk: the item has only an id. */
export const stored = (id: string, fileName: string): IBinaryData => ({
  id,
  data: 'filesystem-v2',
  mimeType: 'application/pdf',
  fileName,
});

/** An item as Folkeregister and the workflow's own nodes leave it. */
export const letterTo = (
  changes: IDataObject = {},
  binary: Record<string, IBinaryData> = { data: inMemory() },
): INodeExecutionData => ({
  json: {
    foedselsnummer: ORDINARY,
    name: 'RASK FYRLYKT',
    postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
    case: 'vedtak-1',
    ...changes,
  },
  binary,
});

/** The form of SvarUt, filled in for such items. */
export const LETTER_FORM = {
  operation: 'sendToPerson',
  tittel: 'Vedtak om barnehageplass',
  eksternReferanse: '={{ $json.case }}',
};
