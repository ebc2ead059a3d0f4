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

export const multipart = (metadata: unknown, filenames: readonly string[] = ['vedtak.pdf']): FormData => {
  const form = new FormData();
  form.append('forsendelse', JSON.stringify(metadata));
  filenames.forEach((name, index) =>
    form.append(`filer_${index}`, new File([PDF_TEXT], name, { type: 'application/pdf' })),
  );
  return form;
};

export const sendPath = (caller: Caller, endpoint = 'person'): string =>
  `/svarut/api/v3/kontoer/${caller.credentials.fiks.kontoId}/forsendelser/${endpoint}`;

export const lookupPath = (caller: Caller, kind: '' | '/metadata', eksternRef: string): string =>
  `/svarut/api/v2/kontoer/${caller.credentials.fiks.kontoId}/forsendelser${kind}?eksternRef=${encodeURIComponent(eksternRef)}`;

export const send = async (
  caller: Caller,
  metadata: unknown,
  { filenames, endpoint }: { filenames?: readonly string[]; endpoint?: string } = {},
): Promise<Answer> =>
  caller.call(sendPath(caller, endpoint), {
    method: 'POST',
    headers: await caller.fiksHeaders(),
    body: multipart(metadata, filenames),
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
  options?: { endpoint?: string; filenames?: readonly string[] },
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
