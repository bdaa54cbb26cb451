import { writeFileSync } from 'node:fs';
import { cpus, totalmem, loadavg } from 'node:os';

export type Row = Readonly<Record<string, string | number>>;

/** Plain text, numbers to the right. */
export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  for (const line of lines) {
    console.log(
      `  ${line.map((text, index) => (isNumber(text) ? text.padStart(widths[index]!) : text.padEnd(widths[index]!))).join('  ')}`,
    );
  }
}

/** Written again whenever more is known: a bench that is stopped leaves what it measured. */
export function writeJson(file: string | undefined, figures: Readonly<Record<string, unknown>>): void {
  if (file === undefined) return;
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryBytes: totalmem(), load: loadavg() };
  const about = { writtenAt: new Date().toISOString(), node: process.version, machine };
  writeFileSync(file, `${JSON.stringify({ ...about, ...figures }, null, 2)}\n`);
}

/** The value that `share` of all do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));

const isNumber = (text: string) => /^-?[\d.]+$/.test(text);
