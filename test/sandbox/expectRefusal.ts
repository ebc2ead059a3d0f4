import type { Caller } from './caller';

/** Presents the grant and expects Maskinporten to say no in these words, with an id for the support case. */
export const expectRefusal = async (
  caller: Caller,
  assertion: string,
  status: number,
  error: string,
  text: RegExp,
): Promise<void> => {
  const answer = await caller.askForToken(assertion);
  expect(answer).toMatchObject({ status, body: { error } });
  expect(answer.body.error_description).toMatch(text);
  expect(answer.body.error_description).toMatch(/ \(trace_id: [0-9a-f]{32}\)$/);
};
