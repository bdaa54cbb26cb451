import { parseResponse } from '@proofline/api/client.ts';
import { rollbackScopes, type RollbackScope } from '@proofline/domain/rollback.ts';
import { Argument, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { aboutPhoto, parseId } from '../photo-id.ts';

export function addRollbackCommand(program: Command, context: CliContext): void {
  program
    .command('rollback')
    .description(
      'undo unpublished work: file names, files and rows are given back, the originals stay; or a publication: the file and row that it replaced come back',
    )
    .addArgument(new Argument('<SCOPE>', 'of what').choices([...rollbackScopes, PUBLICATION]))
    .argument('<ID>', 'of which; of a publication, its photo', parseId)
    .requiredOption('--reason <text>', 'kept in the log')
    .action(async (scope: RollbackScope | typeof PUBLICATION, id: number, { reason }: { readonly reason: string }) => {
      const { terminal } = context;
      if (scope === PUBLICATION) return rollBackPublication(context, id, reason);
      const { photoIds, left } = await parseResponse(
        context.connect().rollbacks.$post({ json: { scope, id, reason } }),
      );
      terminal.print(`${photoIds.length} ${photoIds.length === 1 ? 'photo is' : 'photos are'} being rolled back`);
      for (const { photoId, reason: why } of left) terminal.print(`  stays: ${aboutPhoto(photoId, why)}`);
    });
}

const PUBLICATION = 'publication';

async function rollBackPublication(context: CliContext, photoId: number, reason: string): Promise<void> {
  const param = { photoId: String(photoId) };
  const photo = context.connect().photos[':photoId'];
  await parseResponse(photo['publication-roll-back'].$put({ param, json: { reason } }));
  context.terminal.print(`the publication of photo ${photoId} is being rolled back; the photo goes back to review`);
}
