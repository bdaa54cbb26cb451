import { beginPostgres } from '@proofline/pipeline/engine/embedded/begun-postgres.ts';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';

/** What takes long to come up and needs no settings, begun before everything that would use it is loaded. */
export function openAhead(queue: string | undefined, dataFolder: string): void {
  if (queue === 'embedded') beginPostgres(dataFolderAt(dataFolder).cache);
}
