import { parseResponse } from '@proofline/api/client.ts';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import { dataFolderAt, type DataFolder } from '@proofline/runtime/data-folder.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { parseId } from '../photo-id.ts';
import { printable, type Terminal } from '../terminal.ts';
import { lookalikeLines, qualityFields } from '../quality-lines.ts';
import { draftLines } from '../draft-summary.ts';
import { findingLines } from './finding-lines.ts';
import { revisionMark } from './revision-mark.ts';
import { proofline } from '../command-name.ts';

export function addReviewShow(review: Command, context: CliContext): void {
  review
    .command('show')
    .description('everything that would be published of one photo, and what stands against it')
    .argument('<ID>', 'photo', parseId)
    .option('--json', 'print what the API says')
    .action(async (photoId: number, { json }: { readonly json?: true }) => {
      const view = await parseResponse(
        context.connect().reviews[':photoId'].$get({ param: { photoId: String(photoId) } }),
      );
      if (json) context.terminal.printJson(view);
      else showReview(view, dataFolderAt(context.config().dataFolder), context.terminal);
    });
}

function showReview(view: ReviewView, folder: DataFolder, terminal: Terminal): void {
  const { photo, review, renditions, draft } = view.dossier;
  const status = review?.status ?? 'pending';
  terminal.print(`${terminal.style('bold', `Photo ${photo.id}`)}  ${status}  ${printable(view.published.fileName)}`);
  if (review?.decidedBy) terminal.print(`  ${status} by ${printable(review.decidedBy)} at ${review.decidedAt}`);
  if (review?.note) terminal.print(`  note: ${printable(review.note)}`);
  if (review?.voidReason)
    terminal.print(terminal.style('yellow', `  the approval no longer holds: ${review.voidReason}`));
  for (const blocker of view.blockers) terminal.print(terminal.style('red', `  cannot be approved: ${blocker}`));
  for (const line of findingLines(view, terminal)) terminal.print(line);
  for (const line of lookalikeLines(view.quality))
    terminal.print(terminal.style('yellow', `  warns  Picture: ${printable(line)}`));
  terminal.print();
  for (const [label, value] of publishedLines(view)) field(terminal, label, value);
  field(terminal, 'Trust in the texts', trustIn(view));
  if (draft !== null) for (const line of draftLines(draft)) field(terminal, 'Text drafted by', line);
  for (const { rule, before, after } of draft?.gate?.repairs ?? [])
    field(terminal, 'Repaired', `"${before}" → "${after}" (rule ${rule})`);
  for (const [label, text] of qualityFields(view.quality)) field(terminal, label, text);
  pathField(terminal, 'Original', photo.sourcePath);
  for (const { kind, path, widthPx, heightPx } of renditions) {
    const label = pictureLabels[kind];
    if (label !== undefined) pathField(terminal, `${label} ${widthPx}×${heightPx}`, folder.resolve(path));
  }
  terminal.print();
  terminal.print(
    `Approve exactly this with: ${proofline} review approve ${photo.id}@${revisionMark(view.revisionHash)}`,
  );
}

function trustIn({ judgement: { confidence } }: ReviewView): string {
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  const { caption, altText, keywords } = confidence;
  return `caption ${percent(caption)}, alt text ${percent(altText)}, keywords ${percent(keywords)}`;
}

/** What a reviewer opens in an image viewer. */
const pictureLabels: Readonly<Partial<Record<RenditionKind, string>>> = {
  'review-preview': 'Preview',
  web: 'Web image',
};

function publishedLines({ published, dossier }: ReviewView): readonly (readonly [string, string | null])[] {
  const { gps } = published;
  return [
    ['Caption', published.caption],
    ['Alt text', published.altText],
    ['Keywords', published.keywords.join(', ')],
    ['Headline', published.headline],
    ['Rating', ratingText(published, dossier)],
    ['Location', published.location],
    ['Taken', [published.dateTimeOriginal, published.offsetTimeOriginal].filter((part) => part !== null).join(' ')],
    ['Camera', published.camera],
    ['Lens', published.lensModel],
    ['Creator', published.creator],
    ['Copyright', published.copyrightNotice],
    ['Position', gps === null ? null : `${gps.latitude}, ${gps.longitude} (will be published)`],
    ['Place on the site', published.webUrl],
  ];
}

/** A person's rating wins; the computed one stays beside it. */
function ratingText({ rating, band }: ReviewView['published'], { quality }: ReviewView['dossier']): string {
  const proxy = quality?.origin === 'proxy' ? ' (proxy)' : '';
  if (quality === null || quality.rating === rating) return `${rating?.toFixed(2) ?? '–'} ${band}${proxy}`;
  return `${rating?.toFixed(2) ?? '–'} ${band} by a person; computed ${quality.rating?.toFixed(2) ?? '–'} ${quality.band}${proxy}`;
}

const LABEL_COLUMNS = 24;

function field(terminal: Terminal, label: string, value: string | null): void {
  if (value === null || value === '') return;
  const room = Math.max(20, terminal.columns - LABEL_COLUMNS - 1);
  const [first = '', ...rest] = wrapped(printable(value), room);
  terminal.print(`  ${terminal.style('dim', label.padEnd(LABEL_COLUMNS - 2))}${first}`);
  for (const line of rest) terminal.print(`${' '.repeat(LABEL_COLUMNS)}${line}`);
}

/** On one line whatever its length, so that it can be copied. */
function pathField(terminal: Terminal, label: string, path: string): void {
  terminal.print(`  ${terminal.style('dim', label.padEnd(LABEL_COLUMNS - 2))}${printable(path)}`);
}

/** Words in lines of at most `width`; a longer word, such as an address, stays whole. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
