import { problemsOf } from '../api-connection.ts';
import type { CliContext } from '../cli-context.ts';
import { exitCodes } from '../exit-code.ts';
import { aboutPhoto } from '../photo-id.ts';

/**
 * Does the same to several photos; one that is refused does not stop the others. The exit code says whether all, some or
 * none went well.
 */
export async function eachPhoto<Item extends { readonly photoId: number }>(
  { terminal, setExitCode }: CliContext,
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  let refused = 0;
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      refused += 1;
      for (const problem of problems) terminal.warn(aboutPhoto(item.photoId, problem));
    }
  }
  if (refused > 0) setExitCode(refused === items.length ? exitCodes.refused : exitCodes.somePhotosFailed);
}
