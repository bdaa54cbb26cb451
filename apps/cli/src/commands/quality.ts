import { parseResponse } from '@proofline/api/client.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { parseId } from '../photo-id.ts';
import { qualityLines } from '../quality-lines.ts';
import { tableOf } from '../table.ts';

export function addQualityCommand(program: Command, context: CliContext): void {
  const quality = program
    .command('quality')
    .description('what was measured, which photos belong together, what your approved photos teach');
  quality
    .command('show')
    .description('every measurement of one photo, who measured it, and what it means')
    .argument('<ID>', 'photo', parseId)
    .option('--json', 'print what the API says')
    .action(async (photoId: number, { json }: { readonly json?: true }) => {
      const param = { photoId: String(photoId) };
      const view = await parseResponse(context.connect().quality.photos[':photoId'].$get({ param }));
      if (json) context.terminal.printJson(view);
      else for (const line of qualityLines(view)) context.terminal.print(line);
    });
  quality
    .command('groups')
    .description('copies, bursts, brackets, focus stacks and panoramas; the first of a burst is proposed as its best')
    .option('--set <id>', 'only of this set', parseId)
    .option('--json', 'print what the API says')
    .action(async ({ set, json }: { readonly set?: number; readonly json?: true }) => {
      const query = set === undefined ? {} : { setId: String(set) };
      const groups = await parseResponse(context.connect().quality.groups.$get({ query }));
      if (json) return context.terminal.printJson(groups);
      if (groups.length === 0) return context.terminal.print('No photos belong together.');
      context.terminal.print(
        tableOf(
          groups,
          [
            { head: 'Set', value: ({ setId }) => String(setId), align: 'right' },
            { head: 'Kind', value: ({ kind }) => kind },
            { head: 'Best', value: ({ bestPhotoId }) => (bestPhotoId === null ? 'all needed' : String(bestPhotoId)) },
            { head: 'Photos', value: ({ photoIds }) => photoIds.join(' '), share: 1 },
          ],
          context.terminal,
        ),
      );
    });
  quality
    .command('fit')
    .description('learn from all approved photos what yours look like, and measure every photo by that')
    .action(async () => {
      const { photos, measured, version } = await parseResponse(context.connect().quality.naturalness.$post());
      context.terminal.print(
        `learnt from ${photos} approved photos (model ${version}); ${measured} photos were measured by it`,
      );
    });
}
