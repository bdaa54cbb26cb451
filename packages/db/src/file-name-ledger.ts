import type { FileNameLedger } from '@proofline/domain/file-name.ts';
import { splitFileName } from '@proofline/domain/folded-file-name.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createFileNameLedger({ sqlite }: UnitOfWork): FileNameLedger {
  const highest = sqlite.prepare<[string], { name: string; sequence: number }>(
    `SELECT name, sequence FROM file_names WHERE series_key = ? ORDER BY sequence DESC LIMIT 1`,
  );
  const taken = sqlite.prepare<[string], number>(`SELECT 1 FROM file_names WHERE folded_key = ?`).pluck();
  return {
    series(seriesKey) {
      const row = highest.get(seriesKey);
      if (row === undefined) return undefined;
      const split = splitFileName(row.name);
      if (split === null) throw new Error(`the file name ${row.name} of series ${seriesKey} has no number`);
      return { highestSequence: row.sequence, stem: split.stem };
    },
    isTaken: (foldedKey) => taken.get(foldedKey) !== undefined,
  };
}
