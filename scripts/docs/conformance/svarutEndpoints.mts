/** The endpoints that letters are sent to. */
export const sendTo = (endpoint: string): string => `POST /svarut/api/v3/kontoer/{kontoId}/forsendelser/${endpoint}`;

export const PERSON = sendTo('person');
export const ORGANISATION = sendTo('organisasjon');
export const NHN = sendTo('nhn');
export const PRINT = sendTo('print');
export const WITH_DOCUMENTS = [PERSON, ORGANISATION, PRINT];
export const EVERY_LETTER = [...WITH_DOCUMENTS, NHN];
