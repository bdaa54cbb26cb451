import type { EventLog } from '@proofline/domain/event.ts';
import { foldFileName, splitFileName } from '@proofline/domain/folded-file-name.ts';
import type { NameAdoption } from '@proofline/domain/site-audit.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createNameAdoption(unit: UnitOfWork, events: EventLog): NameAdoption {
  const insert = unit.sqlite.prepare(
    `INSERT INTO adopted_names (folded_key, name, series_key, sequence, adopted_at, adopted_by)
     SELECT @key, @name, @seriesKey, @sequence, @at, @by
     WHERE NOT EXISTS (SELECT 1 FROM file_names WHERE folded_key = @key)
       AND NOT EXISTS (SELECT 1 FROM adopted_names WHERE folded_key = @key)`,
  );
  return {
    adopt: (names, actor) =>
      unit.write(() => {
        const at = unit.now();
        let adopted = 0;
        for (const name of names) {
          const { seriesKey = null, sequence = null } = splitFileName(name) ?? {};
          adopted += insert.run({ key: foldFileName(name), name, seriesKey, sequence, at, by: actor.name }).changes;
        }
        if (adopted > 0) {
          const nobody = { runId: null, setId: null, photoId: null };
          events.append({ ...nobody, actor: actor.name, kind: 'site.names-adopted', detail: { adopted } });
        }
        return { adopted };
      }),
  };
}
