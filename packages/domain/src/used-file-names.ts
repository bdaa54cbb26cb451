import { DomainError } from './domain-error.ts';

/**
 * Every name that the original's `used_filenames.json` holds, each once, in the file's order. Two forms (original-system.md §1.10): a list of
 * names; the older one is an object whose keys and values are both names. Throws `DomainError('invalid')` with every problem.
 */
export function readUsedFileNames(json: string): readonly string[] {
  const content = parse(json);
  const entries = entriesOf(content);
  const problems = entries.flatMap(({ where, name }) => nameProblems(where, name));
  if (problems.length > 0) throw new DomainError('invalid', problems);
  return [...new Set(entries.map(({ name }) => String(name)))];
}

type Entry = { readonly where: string; readonly name: unknown };

function parse(json: string): unknown {
  try {
    // Windows tools write a byte order mark that JSON does not allow.
    return JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid', `the used file names are no JSON (${why}); nothing was imported`, {
      cause: error,
    });
  }
}

function entriesOf(content: unknown): readonly Entry[] {
  if (Array.isArray(content)) return content.map((name: unknown, index) => ({ where: `entry ${index + 1}`, name }));
  if (typeof content === 'object' && content !== null) {
    return Object.entries(content).flatMap(([key, value]) => [
      { where: `key ${JSON.stringify(key)}`, name: key },
      { where: `value of ${JSON.stringify(key)}`, name: value as unknown },
    ]);
  }
  throw new DomainError(
    'invalid',
    'the used file names must be a list of names or the older object; nothing was imported',
  );
}

function nameProblems(where: string, name: unknown): readonly string[] {
  if (typeof name !== 'string') return [`${where} is ${JSON.stringify(name)}, not a name`];
  if (name.trim() === '') return [`${where} is empty`];
  if (/[/\\]/u.test(name)) return [`${where} is the path ${JSON.stringify(name)}, not a name`];
  return [];
}
