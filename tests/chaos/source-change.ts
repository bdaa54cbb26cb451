import { registerHooks } from 'node:module';
import { pathToFileURL, fileURLToPath } from 'node:url';

/** One passage of a source file that a process of the suite runs otherwise than it stands on the disk. The product itself has no switches. */
export type SourceChange = {
  /** From the root of the repository, with `/`. */
  readonly file: string;
  /** Must stand there exactly once. */
  readonly from: string;
  readonly to: string;
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Must be called before the first of the files is imported. */
export function changeSources(changes: readonly SourceChange[]): void {
  const byUrl = Map.groupBy(changes, ({ file }) => new URL(file, pathToFileURL(ROOT)).href);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const changesHere = byUrl.get(url);
      if (changesHere === undefined) return loaded;
      return { ...loaded, source: changesHere.reduce(changed, Buffer.from(loaded.source as Uint8Array).toString()) };
    },
  });
}

/** A change that no longer fits its file must not turn into no change at all. */
export function changed(source: string, { file, from, to }: SourceChange): string {
  const times = source.split(from).length - 1;
  if (times !== 1) throw new Error(`"${from}" stands ${times} times in ${file}, not once; bring the change in line`);
  return source.replace(from, () => to);
}
