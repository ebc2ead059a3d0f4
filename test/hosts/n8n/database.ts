/**
 * What stands in n8n's own database, table by table, as text.
 */
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import type { UserFolder } from '../../../scripts/n8n/userFolder.mts';

export const tablesOf = ({ path: folder }: UserFolder): Map<string, string> => {
  const database = new DatabaseSync(path.join(folder, '.n8n', 'database.sqlite'), { readOnly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
    return new Map(tables.map(({ name }) => [name, JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all())]));
  } finally {
    database.close();
  }
};
