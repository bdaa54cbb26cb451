import { parseResponse } from '@proofline/api/client.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { collectIds } from '../photo-id.ts';
import { eachPhoto } from './each-photo.ts';

export function addReviewReject(review: Command, context: CliContext): void {
  review
    .command('reject')
    .description('turn photos down; their file names are free again, the originals stay')
    .argument('<ID...>', 'photos', collectIds)
    .requiredOption('--reason <text>', 'kept with the review')
    .action(async (photoIds: readonly number[], { reason }: { readonly reason: string }) => {
      const client = context.connect();
      const photos = photoIds.map((photoId) => ({ photoId }));
      await eachPhoto(context, photos, async ({ photoId }) => {
        const param = { photoId: String(photoId) };
        await parseResponse(client.photos[':photoId'].rejection.$put({ param, json: { reason } }));
        context.terminal.print(`photo ${photoId} rejected`);
      });
    });
}
