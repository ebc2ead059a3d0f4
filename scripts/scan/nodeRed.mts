/**
 * Node-RED's scorecard for what the flow library lists.
 */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { capture } from '../command.mts';
import { inProject } from '../project.mts';
import type { Check } from './check.mts';

const EXPECTED = ['P01', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'N01', 'N02', 'D01', 'D02', 'D03'];

/** These compare with the catalogue, which scripts/node-red-scorecard.cjs answers with an empty list. */
const NEEDS_CATALOGUE = new Set(['P08', 'N01']);

type Scorecard = Record<string, { readonly test?: boolean } | undefined>;

export const scoreNodeRedPackage = async (unpacked: string): Promise<readonly Check[]> => {
  const scoreFile = inProject('packed', 'node-red-score.json');
  await rm(scoreFile, { force: true });
  const { stdout, stderr } = await capture(process.execPath, [
    ...['-r', inProject('scripts', 'node-red-scorecard.cjs')],
    ...[inProject('node_modules', 'node-red-dev', 'bin', 'run'), 'validate', '-p', unpacked, '-o', scoreFile],
  ]);
  const score = existsSync(scoreFile) ? (JSON.parse(await readFile(scoreFile, 'utf8')) as Scorecard) : {};
  return EXPECTED.map((id) => ({
    name: `Node-RED scorecard ${id}`,
    passed: NEEDS_CATALOGUE.has(id) ? undefined : score[id]?.test === true,
    detail: stdout + stderr,
  }));
};
