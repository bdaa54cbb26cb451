import { parseResponse } from '@proofline/api/client.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { collectIds } from '../photo-id.ts';
import { eachPhoto } from './each-photo.ts';

export function addWithdrawCommand(program: Command, context: CliContext): void {
  program
    .command('withdraw')
    .description('take published photos off the site; what stood there before comes back')
    .argument('<ID...>', 'photos', collectIds)
    .requiredOption('--reason <text>', 'kept in the log')
    .action(async (photoIds: readonly number[], { reason }: { readonly reason: string }) => {
      const client = context.connect();
      const photos = photoIds.map((photoId) => ({ photoId }));
      await eachPhoto(context, photos, async ({ photoId }) => {
        const param = { photoId: String(photoId) };
        await parseResponse(client.photos[':photoId'].withdrawal.$put({ param, json: { reason } }));
        context.terminal.print(`photo ${photoId} is being withdrawn`);
      });
    });
}
