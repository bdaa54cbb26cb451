import { dirname, join } from 'node:path';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { openConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { checkInBackground } from './soundness.ts';
import { createUnitOfWork } from './unit-of-work.ts';
import { joinStores } from './join-stores.ts';
import type { Stores, StoresOptions } from './stores.ts';

export type { Stores, StoresOptions } from './stores.ts';

/** Opens the truth of one data folder. Throws `UnusableDatabase` or `SchemaRefused`, in words, for a file that cannot be used. */
export function openStores(options: StoresOptions): Stores {
  const { file, now, target, random = Math.random, joins = false } = options;
  const { rulingVersion = usualRuling.version } = options;
  const { backupFolder = join(dirname(file), 'backups') } = options;
  const connection = openConnection(file);
  try {
    if (!joins) migrate(connection.sqlite, { backupFolder, now });
    const { reviewRecords, judgements, computedRecords, ...stores } = joinStores(
      createUnitOfWork(connection, now),
      options,
      target,
      random,
    );
    if (!joins) {
      reviewRecords.voidOutdated();
      judgements.judgeAnew(rulingVersion);
      computedRecords.prune();
    }
    return {
      ...stores,
      checkSoundness: (onDamage) => checkInBackground(file, onDamage),
      close: () => connection.sqlite.close(),
    };
  } catch (error) {
    connection.sqlite.close();
    throw error;
  }
}
