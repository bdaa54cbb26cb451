import type { SiteFinding, SiteFix } from '@proofline/domain/site-audit.ts';
import type { Scratch } from './scratch.ts';

type Found = {
  readonly subject: string;
  readonly photoId: number | null;
  /** A path, a number of bytes or other names, by question. */
  readonly path: string | null;
  readonly other: string | number | null;
  readonly bytes: number | null;
};

type Question = { readonly sql: string; answer(found: Found): SiteFinding };

/** Everything that can only be seen of all rows, files and names together, one finding at a time. */
export function* compareAll(
  { sqlite }: Scratch,
  { hasMirror }: { readonly hasMirror: boolean },
): Iterable<SiteFinding> {
  for (const { sql, answer } of [...questions, ...(hasMirror ? [mirrorOnly] : [])]) {
    for (const found of sqlite.prepare<[], Found>(sql).iterate()) yield answer(found);
  }
}

/** `photoId` of the row `r`, where Proofline published it. */
const photoOfRow = `(SELECT photo_id FROM published p WHERE p.file_name = r.file_name)`;

const publishAgain = (photoId: number | null, replacePath: string | null = null): SiteFix | null =>
  photoId === null ? null : { kind: 'publish-again', photoId, replacePath };

/** Names both what would be published again and what cannot be. */
const missing = (kind: SiteFinding['kind'], what: string) => ({
  answer({ subject, photoId, path, other }: Found): SiteFinding {
    if (other !== null) {
      const reason = `its row shows ${path}, and the server has ${other}: the same name on some machines and not on others`;
      return { kind: 'wrong-path', subject, photoId, reason, fix: null };
    }
    const advice = photoId === null ? '; bring the file back or remove the row' : '';
    const reason = `its ${what} ${path} is not on the server${advice}`;
    return { kind, subject, photoId, reason, fix: publishAgain(photoId) };
  },
});

const unreferenced = (kind: SiteFinding['kind'], what: string) => ({
  answer: ({ subject, photoId, bytes }: Found): SiteFinding => ({
    kind,
    subject,
    photoId,
    reason: `no row shows this ${what}`,
    fix: { kind: 'remove-file', path: subject, bytes: bytes ?? 0 },
  }),
});

/** A file that a row means, but for its spelling, is the row's fault: nobody is to remove it. */
const noRowShows = `NOT EXISTS (SELECT 1 FROM rows WHERE web_folded = f.folded)
  AND NOT EXISTS (SELECT 1 FROM rows WHERE thumb_folded = f.folded)`;
const questions: readonly Question[] = [
  {
    sql: `SELECT r.file_name AS subject, ${photoOfRow} AS photoId, r.web_path AS path,
            (SELECT path FROM files WHERE folded = r.web_folded LIMIT 1) AS other
          FROM rows r WHERE r.web_path IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files WHERE path = r.web_path)`,
    ...missing('row-without-file', 'image'),
  },
  {
    sql: `SELECT r.file_name AS subject, ${photoOfRow} AS photoId, r.thumb_path AS path,
            (SELECT path FROM files WHERE folded = r.thumb_folded LIMIT 1) AS other
          FROM rows r WHERE r.thumb_path IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files WHERE path = r.thumb_path)`,
    ...missing('missing-thumbnail', 'thumbnail'),
  },
  {
    sql: `SELECT f.path AS subject, NULL AS photoId, f.bytes FROM files f WHERE f.kind = 'web' AND ${noRowShows}`,
    ...unreferenced('file-without-row', 'image'),
  },
  {
    sql: `SELECT f.path AS subject, NULL AS photoId, f.bytes FROM files f WHERE f.kind = 'thumb' AND ${noRowShows}`,
    ...unreferenced('thumbnail-without-row', 'thumbnail'),
  },
  {
    sql: `SELECT path AS subject, NULL AS photoId, bytes FROM files WHERE kind = 'temporary'`,
    answer: ({ subject, bytes }) => ({
      kind: 'temporary-file',
      subject,
      photoId: null,
      reason: `a transfer that was cut off left this file of ${bytes} bytes`,
      fix: { kind: 'remove-file', path: subject, bytes: bytes ?? 0 },
    }),
  },
  {
    sql: `SELECT f.path AS subject, (SELECT photo_id FROM published p WHERE p.web_path = f.path OR p.thumb_path = f.path) AS photoId
          FROM files f WHERE f.bytes = 0 AND f.kind IN ('web', 'thumb') AND NOT (${noRowShows})`,
    answer: ({ subject, photoId }) => ({
      kind: 'empty-file',
      subject,
      photoId,
      reason: `the file is empty${photoId === null ? '; bring it back from a copy' : ''}`,
      fix: publishAgain(photoId, subject),
    }),
  },
  ...(['web', 'thumb'] as const).map((kind): Question => ({
    sql: `SELECT p.${kind}_path AS subject, p.photo_id AS photoId, f.bytes, p.${kind}_bytes AS other
            FROM published p JOIN files f ON f.path = p.${kind}_path
            WHERE f.bytes <> p.${kind}_bytes AND f.bytes > 0`,
    answer: ({ subject, photoId, bytes, other }) => ({
      kind: 'size-mismatch',
      subject,
      photoId,
      reason: `the file has ${bytes} bytes where ${other} were published`,
      fix: publishAgain(photoId, subject),
    }),
  })),
  {
    sql: `SELECT min(file_name) AS subject, NULL AS photoId, group_concat(file_name, ', ') AS other
          FROM rows GROUP BY folded HAVING count(*) > 1`,
    answer: ({ subject, other }) => ({
      kind: 'duplicate-name',
      subject,
      photoId: null,
      reason: `the rows ${other} have names that are one name on some machines; give all but one another name`,
      fix: null,
    }),
  },
  {
    sql: `SELECT min(path) AS subject, NULL AS photoId, group_concat(path, ', ') AS other
          FROM files WHERE kind IN ('web', 'thumb') GROUP BY folded HAVING count(*) > 1`,
    answer: ({ subject, other }) => ({
      kind: 'duplicate-name',
      subject,
      photoId: null,
      reason: `the files ${other} have names that are one name on some machines: copied there, one would replace the other`,
      fix: null,
    }),
  },
  {
    sql: `SELECT min(file_name) AS subject, NULL AS photoId, web_path AS path, group_concat(file_name, ', ') AS other
          FROM rows WHERE web_path IS NOT NULL GROUP BY web_path HAVING count(*) > 1`,
    answer: ({ subject, path, other }) => ({
      kind: 'shared-path',
      subject,
      photoId: null,
      reason: `the rows ${other} all show ${path}; correct the addresses of all but one`,
      fix: null,
    }),
  },
  {
    sql: `SELECT p.file_name AS subject, p.photo_id AS photoId FROM published p
          WHERE NOT EXISTS (SELECT 1 FROM rows WHERE file_name = p.file_name)`,
    answer: ({ subject, photoId }) => ({
      kind: 'photo-without-row',
      subject,
      photoId,
      reason: 'the photo was published, and the site has no row of it',
      fix: publishAgain(photoId),
    }),
  },
  {
    sql: `SELECT n.name AS subject, n.photo_id AS photoId FROM names n
          WHERE n.state IN ('published', 'adopted') AND NOT EXISTS (SELECT 1 FROM rows WHERE folded = n.folded)
            AND NOT EXISTS (SELECT 1 FROM published p WHERE p.photo_id = n.photo_id)`,
    answer: ({ subject, photoId }) => ({
      kind: 'name-without-row',
      subject,
      photoId,
      reason: 'the name is taken, and the site has no row of it: somebody removed it there; the name stays taken',
      fix: null,
    }),
  },
];

const mirrorOnly: Question = {
  sql: `SELECT file_name AS subject, NULL AS photoId FROM mirrored m
        WHERE NOT EXISTS (SELECT 1 FROM rows WHERE file_name = m.file_name)`,
  answer: ({ subject }) => ({
    kind: 'mirror-drift',
    subject,
    photoId: null,
    reason: 'the mirror has a row of it, and the site has none',
    fix: { kind: 'refresh-mirror', fileName: subject },
  }),
};
