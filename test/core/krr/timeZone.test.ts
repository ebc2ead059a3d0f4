import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../../..');

// Jest gives each test file a copy of the environment, so only another process can have another time zone.
const program = buildSync({
  stdin: {
    resolveDir: root,
    contents: `
      import { vurderVarsling } from './src/krr/varsling';
      import { writeTimestamp } from './src/krr/timestamp';
      import { ageGroupOf } from './src/folkeregister/simplified/age';
      const person = (updated) => ({ foedselsnummer: 'x', status: 'AKTIV', reserved: false, contactTold: true, email: { address: 'x', shared: false, updated } });
      const fresh = (updated, now) => vurderVarsling(person(updated), 'vedtak', Date.parse(now)).verdicts.map(({ fresh, expires }) => [fresh, expires]);
      console.log(JSON.stringify([
        new Date('2026-01-01T12:00:00Z').getTimezoneOffset(),
        fresh('2025-01-01T00:00:00+01', '2026-07-01T00:00:00+02:00'),
        fresh('2025-01-01T00:00:01+01', '2026-07-01T00:00:00+02:00'),
        fresh('2025-02-28T12:00:00+01', '2026-08-31T12:00:00+02:00'),
        fresh('2025-02-28T12:00:01+01', '2026-08-31T12:00:00+02:00'),
        fresh('2025-06-30', '2026-12-31T00:00:00+01:00'),
        fresh('2025-03-30T01:59:59+01', '2026-09-30T02:30:00+02:00'),
        fresh('2025-03-30T03:30:01+02', '2026-09-30T02:30:00+02:00'),
        fresh('2024-10-27T00:29:59.000Z', '2026-04-27T02:30:00+02:00'),
        fresh('2024-10-27T02:30:01.000+01:00', '2026-04-27T02:30:00+02:00'),
        writeTimestamp('2023-06-29T10:14:52'),
        ageGroupOf({ foedsel: [{ foedselsdato: '2008-07-01' }] }, Date.parse('2026-06-30T22:00:00Z')),
        ageGroupOf({ foedsel: [{ foedselsdato: '2008-07-01' }] }, Date.parse('2026-06-30T21:59:59Z')),
      ]));`,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
}).outputFiles[0]?.text;

const runIn = (TZ: string): unknown[] =>
  JSON.parse(
    execFileSync(process.execPath, ['-'], { input: program, env: { ...process.env, TZ }, encoding: 'utf8' }),
  ) as unknown[];

test.each([
  ['Europe/Oslo', -60],
  ['UTC', 0],
  ['Pacific/Auckland', -780],
  ['America/St_Johns', 210],
])('the law is counted in Norwegian time in a process whose time zone is %s', (zone, offset) => {
  expect(runIn(zone)).toEqual([
    offset,
    [[false, '2026-07-01T00:00:00+02:00']],
    [[true, '2026-07-01T00:00:01+02:00']],
    [[false, '2026-08-28T12:00:00+02:00']],
    [[true, '2026-08-28T12:00:01+02:00']],
    [[false, '2026-12-30T00:00:00+01:00']],
    [[false, '2026-09-30T01:59:59+02:00']],
    [[true, '2026-09-30T03:30:01+02:00']],
    [[false, '2026-04-27T02:29:59+02:00']],
    [[true, '2026-04-27T02:30:01+02:00']],
    '2023-06-29T10:14:52+02:00',
    'adult',
    'minor',
  ]);
});
