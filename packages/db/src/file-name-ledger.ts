import type { FileNameLedger } from '@proofline/domain/file-name.ts';
import { splitFileName } from '@proofline/domain/folded-file-name.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createFileNameLedger({ sqlite }: UnitOfWork): FileNameLedger {
  const highestIn = (table: 'file_names' | 'adopted_names') =>
    sqlite.prepare<[string], { name: string; sequence: number }>(
      `SELECT name, sequence FROM ${table} WHERE series_key = ? ORDER BY sequence DESC LIMIT 1`,
    );
  const given = highestIn('file_names');
  const adopted = highestIn('adopted_names');
  const taken = sqlite
    .prepare<{ key: string }, number>(
      `SELECT 1 FROM file_names WHERE folded_key = @key UNION ALL SELECT 1 FROM adopted_names WHERE folded_key = @key LIMIT 1`,
    )
    .pluck();
  return {
    series(seriesKey) {
      const rows = [given.get(seriesKey), adopted.get(seriesKey)].filter((found) => found !== undefined);
      const [row] = rows.toSorted((a, b) => b.sequence - a.sequence);
      if (row === undefined) return undefined;
      const split = splitFileName(row.name);
      if (split === null) throw new Error(`the file name ${row.name} of series ${seriesKey} has no number`);
      return { highestSequence: row.sequence, stem: split.stem };
    },
    isTaken: (key) => taken.get({ key }) !== undefined,
  };
}
