import type Database from 'better-sqlite3';

/** Far more than there are distinct queries (a few hundred); a list in a query makes a text of its own for each length. */
const KEPT = 1_000;

/**
 * The connection as drizzle sees it: drizzle compiles each query anew, which takes longer than most of them run, and gets here the statement that
 * was compiled for the same text before. Right for a caller that runs a statement to its end at once, as drizzle does, and sets how rows come
 * back (`raw`) each time; nobody else may hold one of these.
 */
export function keepStatements(sqlite: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = kept.get(text);
    if (known === undefined) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
      const made = sqlite.prepare(text);
      kept.set(text, made);
      return made;
    }
    // Used last, dropped last.
    kept.delete(text);
    kept.set(text, known);
    return known.reader ? known.raw(false) : known;
  };
  return new Proxy(sqlite, {
    get(target, property) {
      if (property === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, property, target);
      // The methods are native: they want the connection itself.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
