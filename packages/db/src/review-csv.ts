import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import { csvText, parseCsv } from '@proofline/domain/csv.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { ReviewEdit } from '@proofline/domain/review.ts';
import type { BulkPlanner, Wish } from './bulk-plan.ts';

/** Columns of a file. Of those that come back, `photo_id` and `revision` say which photo and what of it was seen; the others are what a person writes. */
const written = ['caption', 'alt_text', 'keywords', 'headline', 'quality_rating'] as const;
const columns = ['photo_id', 'revision', 'file_name', 'original_file_name', 'status', ...written] as const;
type Column = (typeof columns)[number];

/** Between keywords. One that holds it comes back as two, which the preview shows. */
const BETWEEN_KEYWORDS = '; ';

export function csvOf(photoIds: readonly number[], planner: BulkPlanner): string {
  const rows = photoIds.flatMap((photoId) => {
    const found = planner.fieldsOf(photoId);
    if (found === null) return [];
    const { dossier, revision, fields } = found;
    return [
      [
        photoId,
        revision.hash,
        revision.published.fileName,
        dossier.photo.originalFileName,
        dossier.review?.status ?? '',
        fields.caption,
        fields.altText,
        fields.keywords.join(BETWEEN_KEYWORDS),
        fields.headline ?? '',
        fields.qualityRating,
      ],
    ];
  });
  return csvText([columns, ...rows]);
}

/** What a file asks for. Columns may be missing or in another order; an absent column changes nothing. Throws `DomainError('invalid')` with every problem. */
export function wishesOf(csv: string): readonly Wish[] {
  const [header = [], ...rows] = parsed(csv);
  const present = header.map((name) => name.trim().toLowerCase());
  const problems = [
    ...(present.includes('photo_id') ? [] : ['the first line names no column photo_id']),
    ...present
      .filter((name) => !columns.includes(name as Column))
      .map((name) => `there is no column ${name.slice(0, 50)}`),
    ...(new Set(present).size < present.length ? ['a column is named twice'] : []),
    ...(rows.length > MOST_BULK_PHOTOS ? [`the file has ${rows.length} photos; send ${MOST_BULK_PHOTOS} at most`] : []),
  ];
  if (problems.length > 0) throw new DomainError('invalid', problems);
  const read = rows.map((cells, index) => wishOf(present as Column[], cells, index + 2));
  const wrong = read.filter((wish) => typeof wish === 'string');
  if (wrong.length > 0) throw new DomainError('invalid', wrong.slice(0, 100));
  const wishes = read.filter((wish) => typeof wish !== 'string');
  const ids = wishes.map(({ photoId }) => photoId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new DomainError('invalid', `photo ${twice} is in the file twice`);
  return wishes;
}

function parsed(csv: string) {
  try {
    return parseCsv(csv);
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('invalid', error.message, { cause: error });
    throw error;
  }
}

function wishOf(present: readonly Column[], cells: readonly string[], row: number): Wish | string {
  if (cells.length !== present.length) return `row ${row} has ${cells.length} cells instead of ${present.length}`;
  const cell = new Map(present.map((name, index) => [name, cells[index]!.trim()]));
  const id = cell.get('photo_id') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) return `row ${row}: photo_id is not a whole number from 1`;
  const rating = cell.get('quality_rating') ?? '';
  if (rating !== '' && !(Number(rating) >= 1 && Number(rating) <= 10))
    return `row ${row}: quality_rating is not 1 to 10`;
  const seenHash = cell.get('revision') ?? '';
  return {
    photoId: Number(id),
    ...(seenHash !== '' && { seenHash }),
    make: () => ({ edit: editOf(cell), matches: 0 }),
  };
}

function editOf(cell: ReadonlyMap<Column, string>): Partial<ReviewEdit> {
  const edit: Partial<ReviewEdit> = {};
  const { caption, altText, keywords, headline, rating } = {
    caption: cell.get('caption'),
    altText: cell.get('alt_text'),
    keywords: cell.get('keywords'),
    headline: cell.get('headline'),
    rating: cell.get('quality_rating'),
  };
  if (caption !== undefined) edit.caption = caption;
  if (altText !== undefined) edit.altText = altText;
  if (keywords !== undefined)
    edit.keywords = keywords
      .split(BETWEEN_KEYWORDS.trim())
      .map((word) => word.trim())
      .filter((word) => word !== '');
  // An empty cell is no headline and no rating of a person's own.
  if (headline !== undefined) edit.headline = headline === '' ? null : headline;
  if (rating !== undefined) edit.qualityRating = rating === '' ? null : Number(rating);
  return edit;
}
