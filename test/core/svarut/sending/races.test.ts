/** Executions of one process that meet over the same letter, and files that change under way. */
import { sendTheLetter, type HowToSend } from '../../../../src/svarut/sending/sendTheLetter';
import { broken, fakeWorld, partsOf, refillRetries, sessionIn, thrownBy, type Route } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { pdf, personFrom } from '../letters';
import { isSend, none, ok, readAll, sendsOf } from '../scriptedSvarut';

const [one = '', two = ''] = someNumbers(2);
const HOW: HowToSend = {
  kontoId: undefined,
  sendOnce: 'protect',
  windowDays: 365,
  pauseAfter: undefined,
  validateOnly: false,
};

beforeEach(() => refillRetries('svarut'));

/** Takes its time, and shows a letter by its reference as soon as it has it. */
const slowSvarut = (): Route => {
  const letters: unknown[] = [];
  return async (request, nth) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isSend(request)) return { json: { forsendelser: [...letters] } };
    await readAll(request);
    letters.push({ id: `letter-${nth}`, dato: '2026-11-20T10:00:00+01:00', status: 'MOTTATT' });
    return { json: { id: `letter-${nth}` } };
  };
};

test('two executions at once send the letter once', async () => {
  const world = fakeWorld(slowSvarut());
  const send = () => sendTheLetter(sessionIn(world), personFrom({}, 'sak-1'), HOW);
  const outcomes = (await Promise.all([send(), send(), send()])).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['sent', 'duplicate', 'duplicate']);
  expect(sendsOf(world)).toBe(1);
});

test('an execution that fails does not keep the next one from sending', async () => {
  let first = true;
  const route = slowSvarut();
  const world = fakeWorld((request, nth) => {
    if (!isSend(request) || !first) return route(request, nth);
    first = false;
    return { status: 400 };
  });
  const send = () => sendTheLetter(sessionIn(world), personFrom({}, 'sak-2'), HOW);
  const [refused, sent] = await Promise.allSettled([send(), send()]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'ERR_REFUSED' } });
  expect(sent).toMatchObject({ status: 'fulfilled', value: { outcome: 'sent' } });
});

test('two executions at once with one reference for two persons are one letter and one error', async () => {
  const world = fakeWorld(slowSvarut());
  const [sent, refused] = await Promise.allSettled(
    [one, two].map((foedselsnummer) => sendTheLetter(sessionIn(world), personFrom({ foedselsnummer }, 'sak-3'), HOW)),
  );
  expect(sent).toMatchObject({ value: { outcome: 'sent' } });
  expect(refused).toMatchObject({ reason: { code: 'ERR_REFERENCE_IN_USE' } });
  expect(sendsOf(world)).toBe(1);
});

/** A SvarUt that keeps what it is sent whole, and one that is cut off. */
const keeping = (files: string[]): Route => {
  return async (request) => {
    if (!isSend(request)) return none;
    try {
      for (const part of partsOf(request)) {
        if (!('document' in part)) continue;
        const chunks: Uint8Array[] = [];
        for await (const chunk of part.document.open()) chunks.push(chunk);
        files.push(Buffer.concat(chunks).toString());
      }
    } catch {
      return broken('ECONNRESET');
    }
    return ok;
  };
};

test('a file that is overwritten between the check and the sending is not sent', async () => {
  const files: string[] = [];
  let opened = 0;
  const changing = {
    ...pdf('vedtak.pdf', 'to citizen 1'),
    open: () => pdf('vedtak.pdf', (opened += 1) === 1 ? 'to citizen 1' : 'to citizen 2').open(),
  };
  const letter = personFrom({ documents: [changing] }, 'sak-4');
  const error = await thrownBy(() => sendTheLetter(sessionIn(fakeWorld(keeping(files))), letter, HOW));
  expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'documents' } });
  expect(files).toEqual([]);
});

test('a file that cannot be read while a token is refused does not make a lost answer a sure refusal', async () => {
  let opened = 0;
  const failing = {
    ...pdf(),
    open: () => {
      opened += 1;
      // The first reading is that of the check.
      if (opened !== 2) return pdf().open();
      return {
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('the share is away')) }),
      };
    },
  };
  const world = fakeWorld(async (request) => {
    if (!isSend(request)) return none;
    try {
      await readAll(request);
    } catch {
      return { status: 401 };
    }
    return broken('ECONNRESET');
  });
  const letter = personFrom({ documents: [failing] }, 'sak-5');
  expect((await thrownBy(() => sendTheLetter(sessionIn(world), letter, HOW))).code).toBe('ERR_LETTER_OUTCOME_UNKNOWN');
});
