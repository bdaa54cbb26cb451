import type { TestStores } from '@proofline/db/test-stores.ts';

/** The columns that hold a state, with the name under which docs/lifecycles.md draws them. */
const machines = [
  { machine: 'Photo', table: 'photos', column: 'state' },
  { machine: 'Photo set', table: 'photo_sets', column: 'state' },
  { machine: 'Review', table: 'reviews', column: 'status' },
  { machine: 'Publication', table: 'publications', column: 'state' },
] as const;

/** What a record is in before it is there, and after it is gone. */
export const NOWHERE = '(none)';

/** Has the database itself write down every change of state, whichever statement of whichever store makes it. */
export function observeTransitions({ sql }: TestStores): void {
  sql.exec('CREATE TABLE observed (machine TEXT, from_state TEXT, to_state TEXT) STRICT');
  for (const { machine, table, column } of machines) {
    const note = (from: string, to: string) => `INSERT INTO observed VALUES ('${machine}', ${from}, ${to})`;
    sql.exec(`
      CREATE TRIGGER observe_${table}_update AFTER UPDATE OF ${column} ON ${table} WHEN OLD.${column} <> NEW.${column}
      BEGIN ${note(`OLD.${column}`, `NEW.${column}`)}; END;
      CREATE TRIGGER observe_${table}_insert AFTER INSERT ON ${table}
      BEGIN ${note(`'${NOWHERE}'`, `NEW.${column}`)}; END;
      CREATE TRIGGER observe_${table}_delete AFTER DELETE ON ${table}
      BEGIN ${note(`OLD.${column}`, `'${NOWHERE}'`)}; END;`);
  }
}

/** `machine: from → to` of everything that happened since. */
export function observedTransitions({ sql }: TestStores): readonly string[] {
  return sql
    .prepare<[], string>(`SELECT DISTINCT machine || ': ' || from_state || ' → ' || to_state FROM observed ORDER BY 1`)
    .pluck()
    .all();
}
