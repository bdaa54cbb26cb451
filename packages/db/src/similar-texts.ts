import { publishedFields, type PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { SimilarText, SimilarTexts } from '@proofline/domain/text-gate/gate-context.ts';
import { NEAR_DUPLICATE } from '@proofline/domain/text-gate/near-duplicate.ts';
import { createTextIndex, type TextIndex } from '@proofline/domain/text-gate/text-index.ts';
import type { TextLookup } from '@proofline/domain/text-gate/text-lookup.ts';
import { jaccard, sayingOf, shinglesOf } from '@proofline/domain/text-gate/text-likeness.ts';
import { createBurstMates } from './burst-mates.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the site shows of one photo that this database may not know. */
export type PublishedText = { readonly fileName: string; readonly caption: string; readonly altText: string };

type Field = Parameters<SimilarTexts>[0];
/** The photo whose text it is. */
type Own = { readonly id: number; readonly fileName: string | null };
type Texts = Readonly<Record<Field, string>>;

export type TextLookupRecords = TextLookup & {
  /** The photo's text is another now. */
  note(photoId: number): void;
};

/** The table is read in pieces when the first text is compared; a catalogue of 42,000 rows takes about a second. */
const PIECE = 1000;
/** A person needs to see one that has the same words, and the nearest. Where thousands have them, to look at all would take the longer the more there are. */
const FEW = 3;
/** What these photos say is nobody's text any more. */
const ENDED = new Set(['rejected', 'rolled-back', 'rolling-back', 'refused', 'discarded', 'withdrawn']);

export function createTextLookup(
  { sqlite }: UnitOfWork,
  publishedTexts: () => Iterable<PublishedText>,
): TextLookupRecords {
  const photoIds = sqlite
    .prepare<[number, number], number>(`SELECT id FROM photos WHERE id > ? ORDER BY id LIMIT ?`)
    .pluck();
  const layers = sqlite
    .prepare<[number], string>(`SELECT json_group_object(layer, json(fields)) FROM photo_metadata WHERE photo_id = ?`)
    .pluck();
  const stateOf = sqlite.prepare<[number], string>(`SELECT state FROM photos WHERE id = ?`).pluck();
  const last = sqlite.prepare<[], { readonly draft: number; readonly event: number }>(
    `SELECT coalesce((SELECT max(id) FROM text_drafts), 0) AS draft, coalesce((SELECT max(id) FROM events), 0) AS event`,
  );
  /** What people and other processes changed: the words of a draft, and whatever a person did in review. */
  const changedSince = sqlite
    .prepare<[number, number], number>(
      `SELECT photo_id FROM text_drafts NOT INDEXED WHERE id > ?
       UNION SELECT photo_id FROM events NOT INDEXED WHERE id > ? AND photo_id IS NOT NULL AND kind GLOB 'review.*'`,
    )
    .pluck();
  let seen = { draft: 0, event: 0 };
  const onSite: (PublishedText & Texts)[] = [];
  let indexes: Readonly<Record<Field, TextIndex>> | undefined;

  function textsOf(photoId: number): Texts {
    const {
      file = {},
      inferred = {},
      person = {},
    } = JSON.parse(layers.get(photoId) ?? '{}') as Record<string, PhotoFields>;
    // What the file brought along is the operator's own, often the same for a whole shoot; it counts once somebody took it over.
    const { description = '', altTextAccessibility = '' } = publishedFields({ file: {}, inferred, person });
    return { caption: description || (file.description ?? ''), altText: altTextAccessibility };
  }

  /** Photos are indexed under their id, rows of the site under negative numbers. */
  const burstMates = createBurstMates(sqlite);

  function add(into: NonNullable<typeof indexes>, key: number, texts: Texts): void {
    for (const field of ['caption', 'altText'] as const) if (texts[field] !== '') into[field].add(key, texts[field]);
  }

  /** Several processes write texts; each looks at what the others wrote before it compares. */
  function current(): NonNullable<typeof indexes> {
    const now = last.get() ?? seen;
    if (indexes === undefined) indexes = load();
    else if (now.draft !== seen.draft || now.event !== seen.event)
      for (const id of changedSince.all(seen.draft, seen.event)) add(indexes, id, textsOf(id));
    // What is read within a transaction may never come to be.
    if (!sqlite.inTransaction) seen = now;
    return indexes;
  }

  function load(): NonNullable<typeof indexes> {
    const loaded = {
      caption: createTextIndex(NEAR_DUPLICATE),
      altText: createTextIndex(NEAR_DUPLICATE),
    };
    for (let after = 0, ids = photoIds.all(after, PIECE); ids.length > 0; ids = photoIds.all(after, PIECE)) {
      for (const id of ids) add(loaded, id, textsOf(id));
      after = ids.at(-1) ?? after;
    }
    for (const row of publishedTexts()) add(loaded, -onSite.push(row), row);
    return loaded;
  }

  /** Of a row here or on the site as it is now. */
  function otherText(
    key: number,
    field: Field,
    own: Own,
  ): (Omit<SimilarText, 'similarity' | 'isSame'> & { readonly text: string }) | null {
    if (key < 0) {
      const row = onSite[-key - 1];
      return row === undefined || row.fileName === own.fileName
        ? null
        : { of: `${row.fileName} on the site`, text: row[field] };
    }
    if (key === own.id || ENDED.has(stateOf.get(key) ?? 'rejected')) return null;
    return { of: `photo ${key}`, photoId: key, text: textsOf(key)[field] };
  }

  /** As the texts of the photo's rivals are now; each field and text is asked for again and again while one photo is judged. */
  function besides({ photo, fileName }: Parameters<TextLookup['besides']>[0]): SimilarTexts {
    const own = { id: photo.id, fileName };
    const known = new Map<string, readonly SimilarText[]>();
    return (field, text) => {
      const asked = `${field} ${text}`;
      const found = known.get(asked) ?? similarTo(field, text, own);
      known.set(asked, found);
      return found;
    };
  }

  function similarTo(field: Field, text: string, own: Own): readonly SimilarText[] {
    if (text === '') return [];
    const { same, alike } = current()[field].candidates(text);
    const compare = comparison(field, text, own);
    return [
      ...firstFew(same, (key) => compare(key, ({ isSame }) => isSame)),
      ...firstFew(alike, (key) => compare(key, ({ isSame, similarity }) => !isSame && similarity >= NEAR_DUPLICATE)),
    ];
  }

  /** By the words of now: the index remembers old ones as well. */
  function comparison(field: Field, text: string, own: Own) {
    const shingles = shinglesOf(text);
    const saying = sayingOf(text);
    return (key: number, counts: (similar: SimilarText) => boolean): SimilarText | null => {
      const found = otherText(key, field, own);
      if (found === null || found.text === '') return null;
      const { text: said, ...other } = found;
      const similarity = jaccard(shingles, shinglesOf(said));
      const similar = { ...other, similarity, isSame: saying !== '' && saying === sayingOf(said) };
      return counts(similar) ? similar : null;
    };
  }

  return {
    besides,
    burstMates: (photoId) =>
      burstMates
        .of(photoId)
        .filter((mate) => !ENDED.has(stateOf.get(mate) ?? 'rejected'))
        .map((mate) => ({ ...textsOf(mate), keywords: [] }))
        .filter(({ caption, altText }) => caption !== '' || altText !== ''),
    note(photoId) {
      if (indexes !== undefined) add(indexes, photoId, textsOf(photoId));
    },
  };
}

function firstFew<Found>(keys: readonly number[], find: (key: number) => Found | null): readonly Found[] {
  const found: Found[] = [];
  for (const key of keys) {
    const one = find(key);
    if (one !== null) found.push(one);
    if (found.length === FEW) break;
  }
  return found;
}
