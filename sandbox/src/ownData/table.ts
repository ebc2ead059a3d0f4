import { CsvError, parse } from 'csv-parse/sync';
import { OwnDataError } from './problem.js';
import type { Source } from './source.js';
import { personSchema } from './schema.js';

const COLUMNS: readonly string[] = Object.keys(personSchema.properties);
const SEPARATORS = [';', ',', '\t'];
const HEADER_LINE = 1;

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Persons in a table: CSV with a header row, separated by semicolon, comma or tab, whichever the header has most of.
 *
 * @throws OwnDataError when it is no table, or the header is not right
 */
export const readTable = (text: string): Source => {
  const [header, ...rows] = rowsOf(text);
  const columns = header?.record ?? [];
  expectRequired(columns);
  return {
    value: { persons: rows.map(({ record }) => personOf(columns, record)) },
    problems: [...wrongColumns(columns), ...rows.flatMap((row) => wrongLength(row, columns.length))],
    placeOf: (pointer) => {
      const [, , index = '', column] = pointer.split('/');
      const line = `line ${rows[Number(index)]?.info.lines ?? HEADER_LINE}`;
      return column === undefined ? line : `${line}, column ${column}`;
    },
  };
};

const rowsOf = (text: string): readonly Row[] => {
  const [firstLine = ''] = text.split('\n', 1);
  const count = (separator: string): number => firstLine.split(separator).length;
  const [delimiter = ','] = [...SEPARATORS].sort((one, other) => count(other) - count(one));
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as readonly Row[];
  } catch (error) {
    // Its message quotes the cell.
    const line = error instanceof CsvError && typeof error.lines === 'number' ? `line ${error.lines}: ` : '';
    throw new OwnDataError([`${line}the quotes do not fit. A quote inside a quoted cell is written twice.`]);
  }
};

/** Without these nothing can be said of the rows, and often there is no header at all. */
const expectRequired = (columns: readonly string[]): void => {
  const missing = personSchema.required.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  throw new OwnDataError(
    missing.map((column) => `line ${HEADER_LINE}: has no column ${column}. Add it to the header.`),
  );
};

/** What stands there is not repeated: it might be a person. */
const wrongColumns = (columns: readonly string[]): readonly string[] =>
  columns.flatMap((column, index) => {
    const at = `line ${HEADER_LINE}, cell ${index + 1}`;
    if (!COLUMNS.includes(column)) return [`${at}: is no column there is. There are ${COLUMNS.join(', ')}.`];
    return columns.indexOf(column) < index ? [`${at}: is a column that is there already. Leave one out.`] : [];
  });

const wrongLength = ({ record, info }: Row, columns: number): readonly string[] =>
  record.length === columns
    ? []
    : [
        `line ${info.lines}: has ${record.length} cells, and the header has ${columns}. Quote a cell with a separator in it.`,
      ];

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

const personOf = (columns: readonly string[], record: readonly string[]) =>
  Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = record[index] ?? '';
      if (cell === '' || !COLUMNS.includes(column)) return [];
      return [[column, column === 'opensAltinn' ? (FLAGS[cell] ?? cell) : cell]];
    }),
  );
