import { parseResponse } from '@proofline/api/client.ts';
import { rollbackScopes, type RollbackScope } from '@proofline/domain/rollback.ts';
import { Argument, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { aboutPhoto, parseId } from '../photo-id.ts';

export function addRollbackCommand(program: Command, context: CliContext): void {
  program
    .command('rollback')
    .description('undo unpublished work: file names, files and rows are given back, the originals stay')
    .addArgument(new Argument('<SCOPE>', 'of what').choices(rollbackScopes))
    .argument('<ID>', 'of which', parseId)
    .requiredOption('--reason <text>', 'kept in the log')
    .action(async (scope: RollbackScope, id: number, { reason }: { readonly reason: string }) => {
      const { terminal } = context;
      const { photoIds, left } = await parseResponse(
        context.connect().rollbacks.$post({ json: { scope, id, reason } }),
      );
      terminal.print(`${photoIds.length} ${photoIds.length === 1 ? 'photo is' : 'photos are'} being rolled back`);
      for (const { photoId, reason: why } of left) terminal.print(`  stays: ${aboutPhoto(photoId, why)}`);
    });
}
