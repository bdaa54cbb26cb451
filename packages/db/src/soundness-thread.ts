import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** Checks one table after the other, so that the thread can be ended between two, and no read keeps the write-ahead log from being emptied for long. */
const { file, findings } = workerData as { readonly file: string; readonly findings: number };
const sqlite = new Database(file, { readonly: true });
const tables = sqlite
  .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
  .pluck()
  .all();
let damage: string | null = null;
for (const table of tables) {
  const found = check(table);
  if (found !== 'ok') {
    damage = `${table}: ${found}`;
    break;
  }
}
sqlite.close();
parentPort?.postMessage(damage);

function check(table: string): string {
  try {
    const rows = sqlite.pragma(`quick_check('${table}')`) as readonly { readonly quick_check: string }[];
    return rows
      .slice(0, findings)
      .map((row) => row.quick_check)
      .join('; ');
  } catch (error) {
    const { code = '', message } = error as Error & { readonly code?: string };
    // A page that cannot be read at all. A file that is locked right now, or memory that is short, says nothing of it.
    return /^SQLITE_(?:CORRUPT|NOTADB|IOERR)/.test(code) ? message : 'ok';
  }
}
