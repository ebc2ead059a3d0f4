/** A real n8n that is killed again and again while it sends: each letter leaves once. */
import { exampleCredentials } from '../../../scripts/n8n/demo.mts';
import { importWorkflow, type ImportedWorkflow } from '../../../scripts/n8n/execute.mts';
import { syntheticNumbers } from '../../../scripts/syntheticNumbers.mts';
import { executeAndKill } from './killed';
import { node } from './ownWorkflow';
import { outputsOf, place, to } from './smallWorkflow';
import { useN8n, type Letter } from './useN8n';

jest.setTimeout(60_000);

const n8n = useN8n();

const COUNT = 200;
/** How many letters SvarUt has when the process is killed: soon after the start, in the middle, and towards the end. */
const KILLED_AT = [15, 90, 170];

const REFERENCES = Array.from({ length: COUNT }, (_, at) => `2026/101-${at + 1}`);

/** Made anew in every run, as generators do: never the same bytes twice. */
const PDF = `={{ ('%PDF-1.7 ' + $json.reference + ' made at ' + $now.toISO()).base64Encode() }}`;

const SEND = place(
  {
    name: 'SvarUt',
    type: 'svarUt',
    onError: 'continueErrorOutput',
    parameters: {
      operation: 'sendToPerson',
      foedselsnummer: '={{ $json.foedselsnummer }}',
      navn: 'RASK FYRLYKT',
      postalAddress: '{ "adresselinje1": "Tenkeveien 14B", "postnummer": "5003", "poststed": "BERGEN" }',
      tittel: 'Vedtak om barnehageplass',
      documents: 'data',
      eksternReferanse: '={{ $json.reference }}',
    },
  },
  0,
);

const workflowOn = (file: string): ImportedWorkflow => ({
  id: 'killedruns000000',
  name: 'Killed runs',
  nodes: [
    node('Run', 'manualTrigger', 1, {}),
    node('Read', 'readWriteFile', 1, { operation: 'read', fileSelector: file, options: {} }),
    node('Lines', 'extractFromFile', 1, { operation: 'csv', options: { delimiter: ';', headerRow: true } }),
    node('Write', 'set', 3.4, {
      assignments: { assignments: [{ id: 'pdf', name: 'pdf', type: 'string', value: PDF }] },
      options: {},
    }),
    node('PDF', 'convertToFile', 1.1, {
      operation: 'toBinary',
      sourceProperty: 'pdf',
      options: { fileName: 'vedtak.pdf', mimeType: 'application/pdf' },
    }),
    node('Attach', 'merge', 3.2, { mode: 'combine', combineBy: 'combineByPosition', options: {} }),
    SEND,
  ],
  connections: {
    Run: to('Read'),
    Read: to('Lines'),
    Lines: to('Attach', 'Write'),
    Write: to('PDF'),
    PDF: { main: [[{ node: 'Attach', type: 'main', index: 1 }]] },
    Attach: to('SvarUt'),
  },
  settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' },
});

interface StoredLetter extends Letter {
  readonly documents: readonly { readonly sha256: string }[];
}

interface Result {
  readonly outcome: string;
  readonly letterId: string;
  readonly eksternReferanse: string;
  readonly journal: { readonly documents: readonly { readonly sha256: string }[] };
}

const storedLetters = async (): Promise<readonly StoredLetter[]> =>
  (await n8n().letters()) as unknown as readonly StoredLetter[];

describe(`${COUNT} letters from an n8n that is killed ${KILLED_AT.length} times`, () => {
  /** How many letters SvarUt had after each killing. */
  const had: number[] = [];
  let results: readonly Result[];
  let failed: readonly object[];
  let stored: readonly StoredLetter[];

  beforeAll(async () => {
    const numbers = syntheticNumbers(COUNT);
    const lines = REFERENCES.map((reference, at) => `${reference};${numbers[at]}`);
    const workflow = workflowOn(
      await n8n().writeData('letters.csv', ['reference;foedselsnummer', ...lines].join('\n')),
    );
    const { folder, env } = n8n();
    await importWorkflow({ folder, env, workflow, credentials: exampleCredentials(n8n().credentials) });
    // Each letter takes so long that there is time to kill between two.
    await n8n().order('faults', {
      service: 'svarut',
      operation: 'sendPerson',
      kind: 'delay',
      delayMs: 50,
      times: 2 * COUNT,
    });
    for (const letters of KILLED_AT) {
      await executeAndKill(n8n(), workflow.id, letters);
      had.push((await n8n().letters()).length);
    }
    const [given = [], error = []] = outputsOf(await n8n().execute(workflow), 'SvarUt');
    results = given as Result[];
    failed = error;
    stored = await storedLetters();
  }, 180_000);

  it('were not all sent at any of the times', () => {
    expect(had.map((letters) => letters < COUNT)).toEqual(KILLED_AT.map(() => true));
  });

  it('are in SvarUt once each, and no more', () => {
    expect(stored).toHaveLength(COUNT);
    expect(stored.map(({ eksternReferanse }) => eksternReferanse).sort()).toEqual([...REFERENCES].sort());
  });

  it('are all accounted for by the last run: sent by it, or before', () => {
    const idOf = new Map(stored.map(({ eksternReferanse, id }) => [eksternReferanse, id]));
    expect(failed).toEqual([]);
    expect(results.map(({ eksternReferanse }) => eksternReferanse)).toEqual(REFERENCES);
    expect(results.map(({ letterId }) => letterId)).toEqual(REFERENCES.map((reference) => idOf.get(reference)));
    const outcomes = results.map(({ outcome }) => outcome);
    const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
    expect(duplicates).toBeGreaterThanOrEqual(KILLED_AT.at(-1)!);
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(COUNT - duplicates);
  });

  it('are recognised although their PDFs have other bytes in every run', () => {
    const hashOf = new Map(stored.map(({ id, documents }) => [id, documents[0]!.sha256]));
    const sameBytes = results.filter(({ letterId, journal }) => hashOf.get(letterId) === journal.documents[0]!.sha256);
    expect(new Set(sameBytes.map(({ outcome }) => outcome))).toEqual(new Set(['sent']));
    expect(sameBytes).toHaveLength(results.filter(({ outcome }) => outcome === 'sent').length);
  });
});
