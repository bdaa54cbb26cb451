import { parseResponse } from '@proofline/api/client.ts';
import type { DraftField } from '@proofline/domain/redraft.ts';
import { InvalidArgumentError, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { parseId } from '../photo-id.ts';
import { printChanged } from './changed-review.ts';

const fieldsByName: Readonly<Record<string, DraftField>> = {
  caption: 'caption',
  'alt-text': 'altText',
  keywords: 'keywords',
};
const names = Object.keys(fieldsByName).join(',');

export function addReviewTake(review: Command, context: CliContext): void {
  review
    .command('take')
    .description('make fields of a redraft your own words; an approval of the old text no longer holds')
    .argument('<ID>', 'photo', parseId)
    .argument('<REDRAFT>', 'redraft', parseId)
    .requiredOption('--fields <list>', `which of ${names}`, parseFields)
    .action(async (photoId: number, redraftId: number, { fields }: { readonly fields: readonly DraftField[] }) => {
      const param = { photoId: String(photoId), redraftId: String(redraftId) };
      const view = await parseResponse(
        context
          .connect()
          .photos[':photoId'].redrafts[':redraftId'].taking.$post({ param, json: { fields: [...fields] } }),
      );
      printChanged(view, context.terminal);
    });
}

function parseFields(text: string): readonly DraftField[] {
  return text.split(',').map((name) => {
    const field = Object.hasOwn(fieldsByName, name.trim()) ? fieldsByName[name.trim()] : undefined;
    if (field === undefined) throw new InvalidArgumentError(`Fields are ${names}.`);
    return field;
  });
}
