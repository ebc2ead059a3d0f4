/** The published API descriptions, which lie beside the project and not in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const FOLDER = path.join(__dirname, '..', '..', '..', 'shared', 'specs');

export const PUBLISHED = {
  send: 'svarut-send-v3.json',
  status: 'svarut-status-v3.json',
  eksternref: 'svarut-eksternref-v2.json',
  events: 'svarut-hendelser-v2.json',
  documents: 'svarut-metadata-v2.json',
  read: 'svarut-lest-v2.json',
  deletion: 'svarut-slett-v2.json',
  types: 'svarut-typer-v2.json',
  receivingSystem: 'svarut-mottakersystem-v2.json',
  withLegalBasis: 'folkeregister-offentlig-med-hjemmel-openapi-1.5.json',
  withoutLegalBasis: 'folkeregister-offentlig-uten-hjemmel-openapi-1.6.json',
  oppvekst: 'folkeregister-oppvekst-api-v1.json',
  municipalityEvents: 'folkeregister-hendelser-api-v1.json',
  vehicleSearch: 'kjoretoy-sok-openapi-v2.json',
  vehicleFiks: 'kjoretoy-fiks-api-v1.json',
  vehicleLookUp: 'kjoretoy-datautlevering-openapi-v3.json',
  krr: 'register-krr-api-v1.json',
  fiksCommon: 'fiks-common.json',
} as const;

export type Published = keyof typeof PUBLISHED;

export const readSpec = (name: Published): any => JSON.parse(readFileSync(path.join(FOLDER, PUBLISHED[name]), 'utf8'));

const missing = Object.values(PUBLISHED).filter((file) => !existsSync(path.join(FOLDER, file)));

/** Tests against the published descriptions; where those are absent they are skipped, and said to be. */
export const describeContract = (name: string, tests: () => void): void => {
  if (missing.length === 0) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Contract tests of ${name} are skipped: ${missing.join(', ')} not in ../shared/specs.\n`);
  describe.skip(`${name} (skipped: the published API descriptions are not in ../shared/specs)`, tests);
};
