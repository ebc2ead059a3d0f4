/**
 * Judges the packages as they would be published: n8n's scanner, Node-RED's scorecard, and what is in the tarballs.
 */
import { build, PACKAGES } from './build.mts';
import { pack, unpack } from './pack.mts';
import { inProject } from './project.mts';
import type { Check } from './scan/check.mts';
import { checkContents, checkNoDependencies } from './scan/contents.mts';
import { scanN8nPackage } from './scan/n8n.mts';
import { scoreNodeRedPackage } from './scan/nodeRed.mts';
import { printSummary } from './summary.mts';

const report = ({ name, passed, detail }: Check): void => {
  if (passed === undefined) console.log(`skipped ${name}`);
  else console.log(passed ? `ok      ${name}` : `FAILED  ${name}\n${detail ?? ''}`);
};

await build();

const checks: Check[] = [];
const sizes: string[] = [];
for (const name of PACKAGES) {
  const tarball = await pack(name);
  sizes.push(`${name}: ${tarball.bytes} bytes packed, ${tarball.files.length} files`);
  checks.push(checkContents(name, tarball));

  const unpacked = inProject('packed', name);
  await unpack(tarball.path, unpacked);
  if (name !== 'sandbox') checks.push(await checkNoDependencies(name, unpacked));
  if (name === 'n8n') checks.push(...(await scanN8nPackage(unpacked)));
  if (name === 'node-red') checks.push(...(await scoreNodeRedPackage(unpacked)));
}

checks.forEach(report);
sizes.forEach((size) => {
  console.log(size);
});
const failed = checks.filter(({ passed }) => passed === false).length;
printSummary('scan', {
  passed: checks.filter(({ passed }) => passed).length,
  failed,
  skipped: checks.filter(({ passed }) => passed === undefined).length,
});
process.exitCode = failed ? 1 : 0;
