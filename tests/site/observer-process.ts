import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { ObserverNotice, ObserverOrders } from './observer.ts';

/**
 * A reader of the website in a process of its own, over a connection of its own: reads the rows, follows each to its two files, and reads the row again
 * where one is missing or half there. A row that was there before and after such a look had no file in between. Ends when its input does.
 */
const orders = JSON.parse(process.argv[2]!) as ObserverOrders;
const { host, port, user, password, database } = orders.database;
const SELECT = 'SELECT id, File_Name, Path, Thumb_Path FROM photos_info_revamp';
const BETWEEN_LOOKS_MS = 5;

type Row = { readonly id: number; readonly File_Name: string; readonly Path: string; readonly Thumb_Path: string };

const connection = await createConnection({ host, port, user, password, database });
const told = new Set<string>();
const contents = new Map<string, Set<string>>();
let looks = 0;
let rowsSeen = 0;
let isOver = false;

const tell = (notice: ObserverNotice) => process.stdout.write(`${JSON.stringify(notice)}\n`);
process.stdin.on('end', () => (isOver = true)).resume();

tell({ at: 'looking' });
while (!isOver) {
  const rows = await read(SELECT);
  for (const row of rows) {
    for (const path of [row.Path, row.Thumb_Path].map(pathOf)) {
      const wrong = await whatIsWrongWith(path);
      if (wrong === null || (await read(`${SELECT} WHERE id = ?`, [row.id])).length === 0) continue;
      const violation = `row ${row.id} (${row.File_Name}) shows ${path}, which ${wrong}`;
      if (!told.has(violation)) tell({ at: 'violation', violation });
      told.add(violation);
    }
  }
  looks += 1;
  rowsSeen += rows.length;
  await pause(BETWEEN_LOOKS_MS);
}
const seen = Object.fromEntries([...contents].map(([path, hashes]) => [path, [...hashes]]));
await connection.end();
tell({ at: 'over', looks, rowsSeen, contents: seen });

async function read(sql: string, values: readonly number[] = []): Promise<readonly Row[]> {
  const [rows] = await connection.query(sql, [...values]);
  return rows as unknown as readonly Row[];
}

function pathOf(url: string): string {
  if (!url.startsWith(`${orders.publicUrlBase}/`)) throw new Error(`${url} is not below ${orders.publicUrlBase}`);
  return decodeURIComponent(url.slice(orders.publicUrlBase.length + 1));
}

/** Null when a whole JPEG is there. */
async function whatIsWrongWith(path: string): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(orders.folder, ...path.split('/')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'is not there';
    throw error;
  }
  const hashes = contents.get(path) ?? new Set();
  hashes.add(createHash('sha256').update(bytes).digest('hex'));
  contents.set(path, hashes);
  const isWhole = bytes.subarray(0, 2).toString('hex') === 'ffd8' && bytes.subarray(-2).toString('hex') === 'ffd9';
  return isWhole ? null : `is half there (${bytes.length} bytes)`;
}
