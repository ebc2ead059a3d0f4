import type { Answer, Caller } from './caller';

export const PDF_TEXT = '%PDF-1.7 a letter';

export const ADDRESS = { adresselinje1: 'Tenkeveien 14 B', postnummer: '5003', poststed: 'BERGEN' };

export const letterTo = (digitalId: string, changes: object = {}) => ({
  tittel: 'Vedtak om barnehageplass',
  mottaker: { navn: 'RASK FYRLYKT', digitalId, adresse: ADDRESS },
  eksternReferanse: 'sak-2026-17',
  dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf' }],
  ...changes,
});

export const multipart = (
  metadata: unknown,
  filenames: readonly string[] = ['vedtak.pdf'],
  content: string | Uint8Array<ArrayBuffer> = PDF_TEXT,
): FormData => {
  const form = new FormData();
  form.append('forsendelse', JSON.stringify(metadata));
  filenames.forEach((name, index) =>
    form.append(`filer_${index}`, new File([content], name, { type: 'application/pdf' })),
  );
  return form;
};

/** The account the sandbox describes by this name. */
export const kontoIdOf = (caller: Caller, account: string): string =>
  caller.credentials.accounts.find(({ name }) => name === account)!.kontoId;

export const sendPath = (caller: Caller, endpoint = 'person', account = 'full'): string =>
  `/svarut/api/v3/kontoer/${kontoIdOf(caller, account)}/forsendelser/${endpoint}`;

export const statusPath = (caller: Caller, account = 'full'): string => sendPath(caller, 'status/sok', account);

export const letterPath = (id: string, what: string): string => `/svarut/api/v2/forsendelser/${id}/${what}`;

export const lookupPath = (caller: Caller, kind: '' | '/metadata', eksternRef: string): string =>
  `/svarut/api/v2/kontoer/${caller.credentials.fiks.kontoId}/forsendelser${kind}?eksternRef=${encodeURIComponent(eksternRef)}`;

export interface SendOptions {
  readonly filenames?: readonly string[];
  readonly content?: string | Uint8Array<ArrayBuffer>;
  readonly endpoint?: string;
  readonly account?: string;
}

export const send = async (
  caller: Caller,
  metadata: unknown,
  { filenames, content, endpoint, account }: SendOptions = {},
): Promise<Answer> =>
  caller.call(sendPath(caller, endpoint, account), {
    method: 'POST',
    headers: await caller.fiksHeaders(),
    body: multipart(metadata, filenames, content),
  });

/** The id of a letter that is accepted. */
export const sent = async (caller: Caller, metadata: unknown, options?: SendOptions): Promise<string> => {
  const { status, body } = await send(caller, metadata, options);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
};

/** What the ledger says of the only letter, or of the one with this id. */
export const ledgerLetter = async (caller: Caller, id?: string): Promise<any> => {
  const { body } = await caller.call('/admin/letters');
  return body.find((letter: any) => letter.id === (id ?? letter.id));
};

/** The states it has reached. */
export const statesOf = (letter: any): string[] =>
  letter.timeline.filter(({ reached }: any) => reached).map(({ state }: any) => state);

export const advance = (caller: Caller, seconds: number): Promise<Answer> =>
  caller.postJson('/admin/clock', { advanceSeconds: seconds });

export const set = async (caller: Caller, settings: object): Promise<void> => {
  const { status, body } = await caller.postJson('/admin/settings', settings);
  if (status !== 200) throw new Error(JSON.stringify(body));
};

export const TOWN_HALL = { adresselinje1: 'Torget 1', postnummer: '5999', poststed: 'STILLEVIK' };

export const REPLY_TO = {
  svarSendesTil: { navn: 'Stillevik', type: 'ORGANISASJON', digitalId: '310475025', adresse: TOWN_HALL },
};

/** A person's document to sign, complete. */
export const toSign = (signeringUtloper = new Date(Date.now() + 3 * 86_400_000).toISOString()) => ({
  ...REPLY_TO,
  dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', skalSigneres: true }],
  signering: { signeringUtloper, signaturType: 'AUTENTISERT_SIGNATUR' },
});

export const nhnLetter = (changes: object = {}) => ({
  tittel: 'Epikrise',
  mottakertype: 'FASTLEGE',
  avsenderKontakt: { fornavn: 'Blid', etternavn: 'Saksbehandler', telefonnummer: '99999999' },
  pasient: { fodselsnummer: '12848539668', fornavn: 'Rask', etternavn: 'Fyrlykt' },
  eksternReferanse: 'sak-2026-17',
  ...changes,
});

export const BOUNDARY = 'sandbox-test-boundary';

/** A part as it goes over the wire: what follows form-data, its content type and its content. */
export type Part = readonly [disposition: string, type: string, content: string];

export const wireFormat = ([disposition, type, content]: Part): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;

/** Sends exactly these parts, for mistakes that FormData would not make. */
export const sendParts = async (caller: Caller, parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Promise<Answer> =>
  caller.call(sendPath(caller), {
    method: 'POST',
    headers: { ...(await caller.fiksHeaders()), 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: parts.map(wireFormat).join('') + end,
  });

/** Refused with 400 in the shape of Fiks, for this reason, and with no letter left behind. */
export const expectRefused = async (
  caller: Caller,
  metadata: unknown,
  reason: RegExp,
  options?: SendOptions,
): Promise<void> => {
  const { status, body } = await send(caller, metadata, options);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    status: 400,
    error: 'Bad Request',
    errorId: expect.any(String),
    message: expect.any(String),
  });
  expect((await caller.lastRequest()).reason).toMatch(reason);
  expect((await caller.call('/admin/letters')).body).toHaveLength(0);
};
