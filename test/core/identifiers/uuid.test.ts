import fc from 'fast-check';
import { isUuid } from '../../../src/identifiers/uuid';

test('every UUID is one, in either case', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(isUuid(id)).toBe(true);
      expect(isUuid(id.toUpperCase())).toBe(true);
    }),
  );
});

test('a UUID with anything taken away or added is none', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(35), fc.constantFrom('0', '-', '/', ' ', '\n', 'g'), (id, at, more) => {
      expect(isUuid(id.slice(0, at) + id.slice(at + 1))).toBe(false);
      expect(isUuid(id.slice(0, at) + more + id.slice(at))).toBe(false);
      expect(isUuid(id + more)).toBe(false);
    }),
  );
});
