import { setImmediate as tick } from 'node:timers/promises';
import { Turns } from '../../node-red/src/turns';

/** A piece of work that ends when it is told to. */
interface Held {
  readonly end: (failure?: Error) => void;
  readonly taken: Promise<void>;
}

const turn = async (): Promise<void> => {
  for (let at = 0; at < 5; at += 1) await tick();
};

const setUp = () => {
  const turns = new Turns();
  const begun: string[] = [];
  const handedOn: string[] = [];
  const take = (name: string, sequence?: string): Held => {
    let end: Held['end'] = () => undefined;
    const work = new Promise<void>((resolve, reject) => {
      end = (failure) => (failure ? reject(failure) : resolve());
    });
    const taken = turns.take(sequence, async (before) => {
      begun.push(name);
      await work;
      await before;
      handedOn.push(name);
    });
    return { end, taken };
  };
  return { take, begun, handedOn };
};

test('four are at work at once, and the others begin in the order they came', async () => {
  const { take, begun } = setUp();
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => take(name));
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  all[2]!.end();
  await all[2]!.taken;
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  all[0]!.end();
  await all[0]!.taken;
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('one that fails makes room too', async () => {
  const { take, begun } = setUp();
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => take(name));
  all[1]!.end(new Error('failed'));
  await expect(all[1]!.taken).rejects.toThrow('failed');
  expect(begun).toContain('e');
});

test('a sequence hands on in its order, whoever is ready first', async () => {
  const { take, handedOn } = setUp();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => take(name, 'sequence'));
  c!.end();
  b!.end();
  await turn();
  expect(handedOn).toEqual([]);
  a!.end();
  await c!.taken;
  expect(handedOn).toEqual(['a', 'b', 'c']);
});

test('one that fails keeps those after it in their order', async () => {
  const { take, handedOn } = setUp();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => take(name, 'sequence'));
  b!.end(new Error('failed'));
  await expect(b!.taken).rejects.toThrow('failed');
  c!.end();
  await turn();
  expect(handedOn).toEqual([]);
  a!.end();
  await c!.taken;
  expect(handedOn).toEqual(['a', 'c']);
});

test('one that comes when its predecessor has failed early still waits for those before', async () => {
  const { take, handedOn } = setUp();
  const a = take('a', 'sequence');
  const b = take('b', 'sequence');
  b.end(new Error('failed'));
  await expect(b.taken).rejects.toThrow('failed');
  const c = take('c', 'sequence');
  c.end();
  await turn();
  expect(handedOn).toEqual([]);
  a.end();
  await c.taken;
  expect(handedOn).toEqual(['a', 'c']);
});

test('neither another sequence nor a message in none waits for one', async () => {
  const { take, handedOn } = setUp();
  take('a', 'sequence');
  const others = [take('b', 'another'), take('c')];
  for (const { end } of others) end();
  await Promise.all(others.map(({ taken }) => taken));
  expect(handedOn).toEqual(['b', 'c']);
});
