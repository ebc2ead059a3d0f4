import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlaceFile } from '../../node-red/src/placeFile';
import { temporaryFolder } from './temporaryFolder';

const userDir = temporaryFolder();
const folder = path.join(userDir, 'norsk-kommune');
const filesIn = (): string[] => readdirSync(folder);

beforeEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read again, by another too', async () => {
  await new PlaceFile(userDir, 'a1').write({ number: 17 });
  expect(await new PlaceFile(userDir, 'a1').read()).toEqual({ number: 17 });
});

test('where nothing was written there is nothing to read', async () => {
  expect(await new PlaceFile(userDir, 'a1').read()).toBeUndefined();
});

test('each node has a file of its own', async () => {
  await Promise.all(['a1', 'b2', 'a1-b2'].map((id) => new PlaceFile(userDir, id).write(id)));
  expect(filesIn().sort()).toEqual(['a1-b2.json', 'a1.json', 'b2.json']);
});

test.each(['../../settings', '/etc/passwd', '..', 'a.b/c', 'CON\0', 'å*?'])(
  'the id %j stays in the folder',
  async (id) => {
    const file = new PlaceFile(userDir, id);
    await file.write(id);
    expect(await file.read()).toBe(id);
    expect(readdirSync(userDir)).toEqual(['norsk-kommune']);
    expect(filesIn()).toEqual([expect.stringMatching(/^[\w%-]+\.json$/)]);
  },
);

test('writes that come at once end with the last, and all of them hear of it', async () => {
  const file = new PlaceFile(userDir, 'a1');
  const places = Array.from({ length: 100 }, (_, at) => at);
  await Promise.all(places.map((at) => file.write(at)));
  expect(await file.read()).toBe(99);
  expect(filesIn()).toEqual(['a1.json']);
});

test('a write that was cut off leaves what was there', async () => {
  const file = new PlaceFile(userDir, 'a1');
  await file.write('before');
  writeFileSync(path.join(folder, 'a1.json.new'), '"half');
  expect(await new PlaceFile(userDir, 'a1').read()).toBe('before');
  await file.write('after');
  expect(filesIn()).toEqual(['a1.json']);
});

test('a write that fails is told, and the next one is tried', async () => {
  mkdirSync(path.join(folder, 'a1.json.new'), { recursive: true });
  const file = new PlaceFile(userDir, 'a1');
  await expect(file.write('a')).rejects.toMatchObject({ code: 'ERR_PLACE_NOT_KEPT' });
  rmSync(path.join(folder, 'a1.json.new'), { recursive: true });
  await file.write('a');
  expect(readFileSync(path.join(folder, 'a1.json'), 'utf8')).toBe('"a"');
});

test('what cannot be read is told', async () => {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'a1.json'), '{');
  await expect(new PlaceFile(userDir, 'a1').read()).rejects.toMatchObject({ code: 'ERR_PLACE_NOT_KEPT' });
});

test('removing waits for what is being written', async () => {
  const file = new PlaceFile(userDir, 'a1');
  const written = file.write('a');
  await file.remove();
  await written;
  expect(filesIn()).toEqual([]);
  await file.remove();
});
