import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { prepare } from './photo-acts.ts';
import type { ServedSite } from './served-site.ts';
import type { SiteContent } from './site-content.ts';

/** What one request to publish sent and changed, by what went over the lines and by what the site holds after it. */
export type Round = {
  readonly fullSizeFiles: number;
  readonly thumbnails: number;
  /** Over data connections to the server. */
  readonly bytesSent: number;
  readonly rowsInserted: number;
  readonly rowsUpdated: number;
  /** Files and rows of the site that are other ones than before, or new. */
  readonly filesChanged: number;
  readonly rowsChanged: number;
  readonly seconds: number;
};

export type Publishing = {
  readonly client: ApiClient;
  readonly site: ServedSite;
  readonly photoIds: readonly number[];
  /** Resolves when nothing is due or under way. */
  settled(): Promise<unknown>;
};

/** Photos that get another caption. */
export const CORRECTED = 10;
const APPROVED_AT_ONCE = 8;

export type Rounds = { readonly first: Round; readonly again: Round; readonly corrected: Round };

/** Publishes approved photos, publishes them again, and publishes other captions of some of them. */
export async function publishInRounds(publishing: Publishing): Promise<Rounds> {
  const { client, photoIds } = publishing;
  const first = await publish(publishing);
  const again = await publish(publishing);
  const corrected = photoIds.slice(0, CORRECTED).map((photoId, place) => ({ photoId, place }));
  for (const photo of corrected) await prepare(client, photo, 'correction');
  return { first, again, corrected: await publish(publishing) };
}

const NOTHING = {
  fullSizeFiles: 0,
  thumbnails: 0,
  rowsInserted: 0,
  rowsUpdated: 0,
  filesChanged: 0,
  rowsChanged: 0,
} as const satisfies Partial<Round>;

/**
 * Whatever the rounds did otherwise than they have to: each photo goes out once, publishing again sends nothing, and other captions are as many
 * updates, with the full-size files again only where they hold the text. Empty when all is well.
 */
export function wrongIn(
  { first, again, corrected }: Rounds,
  { photos, embedsText }: { readonly photos: number; readonly embedsText: boolean },
): readonly string[] {
  const textFiles = embedsText ? CORRECTED : 0;
  const expected = {
    first: {
      ...NOTHING,
      fullSizeFiles: photos,
      thumbnails: photos,
      filesChanged: 2 * photos,
      rowsInserted: photos,
      rowsChanged: photos,
    },
    again: { ...NOTHING, bytesSent: 0 },
    corrected: {
      ...NOTHING,
      fullSizeFiles: textFiles,
      filesChanged: textFiles,
      rowsUpdated: CORRECTED,
      rowsChanged: CORRECTED,
      ...(!embedsText && { bytesSent: 0 }),
    },
  };
  return [
    ...differing(first, expected.first, 'published'),
    ...differing(again, expected.again, 'published again'),
    ...differing(corrected, expected.corrected, 'with other captions'),
    ...(first.bytesSent > 0 ? [] : ['published: no bytes went over the lines that were counted']),
    ...(embedsText && corrected.bytesSent === 0 ? ['with other captions: files were sent without bytes'] : []),
  ];
}

function differing(round: Round, expected: Partial<Round>, name: string): readonly string[] {
  return Object.entries(expected)
    .filter(([figure, value]) => round[figure as keyof Round] !== value)
    .map(([figure, value]) => `${name}: ${figure} is ${round[figure as keyof Round]} instead of ${value}`);
}

/** As the person who decides, some at a time. */
export async function approve(client: ApiClient, photoIds: readonly number[]): Promise<void> {
  const waiting = photoIds.map((photoId, place) => ({ photoId, place }));
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await prepare(client, next, 'publication');
  };
  await Promise.all(Array.from({ length: APPROVED_AT_ONCE }, work));
}

async function publish({ client, site, photoIds, settled }: Publishing): Promise<Round> {
  const { wire, sql } = site;
  const before = await site.content();
  const counted = { lines: wire.lines.length, transfers: wire.transfers.length };
  const seen = { inserts: sql.seen('INSERT INTO'), updates: sql.seen('UPDATE ') };
  const startedAt = performance.now();
  await parseResponse(client.publications.$post({ json: { photoIds: [...photoIds] } }));
  await settled();
  const seconds = (performance.now() - startedAt) / 1_000;
  const stores = wire.lines.slice(counted.lines).filter((line) => line.startsWith('STOR '));
  const thumbnails = stores.filter((line) => line.includes('/thumbs/')).length;
  return {
    fullSizeFiles: stores.length - thumbnails,
    thumbnails,
    bytesSent: wire.transfers.slice(counted.transfers).reduce((sum, { bytesToServer }) => sum + bytesToServer, 0),
    rowsInserted: sql.seen('INSERT INTO') - seen.inserts,
    rowsUpdated: sql.seen('UPDATE ') - seen.updates,
    ...changes(before, await site.content()),
    seconds,
  };
}

function changes(before: SiteContent, after: SiteContent): Pick<Round, 'filesChanged' | 'rowsChanged'> {
  const rowsBefore = new Map(before.rows.map((row) => [row['id'], JSON.stringify(row)]));
  return {
    filesChanged: Object.entries(after.files).filter(([path, hash]) => before.files[path] !== hash).length,
    rowsChanged: after.rows.filter((row) => rowsBefore.get(row['id']) !== JSON.stringify(row)).length,
  };
}
