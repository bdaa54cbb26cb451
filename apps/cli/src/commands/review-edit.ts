import { parseResponse } from '@proofline/api/client.ts';
import type { ReviewEdit } from '@proofline/domain/review.ts';
import { InvalidArgumentError, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { Refused } from '../exit-code.ts';
import { parseId } from '../photo-id.ts';
import { printChanged } from './changed-review.ts';
import { proofline } from '../command-name.ts';

const editable = {
  caption: 'caption',
  'alt-text': 'altText',
  keywords: 'keywords',
  headline: 'headline',
  rating: 'qualityRating',
} as const satisfies Record<string, keyof ReviewEdit>;

type Options = {
  readonly caption?: string;
  readonly altText?: string;
  readonly keywords?: readonly string[];
  readonly headline?: string;
  readonly rating?: number;
  readonly reset?: readonly (keyof ReviewEdit)[];
};

export function addReviewEdit(review: Command, context: CliContext): void {
  review
    .command('edit')
    .description('change what would be published of one photo; an approval of the old text no longer holds')
    .argument('<ID>', 'photo', parseId)
    .option('--caption <text>', 'caption')
    .option('--alt-text <text>', 'alternative text for those who do not see the photo')
    .option('--keywords <list>', 'all keywords, with commas between', parseKeywords)
    .option('--headline <text>', 'headline')
    .option('--rating <number>', 'rating from 1 to 10', parseRating)
    .option('--reset <fields>', `take back what a person wrote: ${Object.keys(editable).join(', ')}`, parseFields)
    .action((photoId: number, options: Options) => edit(context, photoId, options));
}

async function edit({ connect, terminal }: CliContext, photoId: number, options: Options): Promise<void> {
  const json = editOf(options);
  if (Object.keys(json).length === 0)
    throw new Refused(
      `nothing was changed: say what to change, e.g. --caption "…" (see ${proofline} review edit --help)`,
    );
  const client = connect();
  const param = { photoId: String(photoId) };
  const seen = await parseResponse(client.reviews[':photoId'].$get({ param }));
  const view = await parseResponse(
    client.photos[':photoId'].review.$patch({ param, json }, { headers: { 'If-Match': `"${seen.revisionHash}"` } }),
  );
  printChanged(view, terminal);
}

function editOf({ caption, altText, keywords, headline, rating, reset = [] }: Options): ReviewEdit {
  return {
    ...Object.fromEntries(reset.map((field) => [field, null])),
    ...(caption === undefined ? {} : { caption }),
    ...(altText === undefined ? {} : { altText }),
    ...(keywords === undefined ? {} : { keywords: [...keywords] }),
    ...(headline === undefined ? {} : { headline }),
    ...(rating === undefined ? {} : { qualityRating: rating }),
  };
}

function parseKeywords(text: string): readonly string[] {
  return text
    .split(',')
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

function parseRating(text: string): number {
  const rating = Number(text);
  if (text.trim() === '' || !(rating >= 1 && rating <= 10))
    throw new InvalidArgumentError('A rating is a number from 1 to 10.');
  return rating;
}

function parseFields(text: string): readonly (keyof ReviewEdit)[] {
  return text.split(',').map((name) => {
    const field = (editable as Record<string, keyof ReviewEdit>)[name.trim()];
    if (field === undefined) throw new InvalidArgumentError(`Fields are ${Object.keys(editable).join(', ')}.`);
    return field;
  });
}
