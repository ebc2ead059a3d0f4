/** Ids of the documents Folkeregisteret's events name: 32 hexadecimal digits, which its documentation also writes as a UUID. */
export const isDokumentidentifikator = (text: string): boolean =>
  /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text);
