import { object, orNull, text } from '../schema.js';

/** Who a request says it is from. */
export const senderSchema = object({
  clientId: { ...orNull(text), description: 'at Maskinporten' },
  organisation: { ...orNull(text), description: 'number of the organisation the token was made for' },
  supplier: { ...orNull(text), description: 'number of the organisation that uses it on behalf of the other' },
  integrationId: { ...orNull(text), description: 'of Fiks' },
});
