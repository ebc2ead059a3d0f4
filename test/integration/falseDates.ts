/** Only the date is false, for the client and the sandbox alike; both still work and talk in real time. */
export const useFalseDates = (): void => {
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
};

export const useTrueDates = (): void => void jest.useRealTimers();
