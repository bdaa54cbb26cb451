import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Invariant, OpenWorld } from './invariant.ts';

type OnSite = {
  readonly photoId: number;
  readonly fileName: string;
  readonly webPath: string;
  readonly thumbPath: string;
  readonly webSha256: string;
  readonly remoteId: number;
  readonly approvedWeb: string | null;
  readonly approvedThumb: string | null;
};

/** Pages that show the site to a person without a website. */
const GALLERY = /^(index|gallery-\d+)\.html$/;

/** Promise 3: one file, one thumbnail, one row per published photo, and nothing else; the pixels are the ones that were approved. */
export const site: Invariant = {
  name: 'one file, one thumbnail, one row per published photo, with the approved pixels',
  async check(world) {
    const published = world.rows<OnSite>(
      `SELECT u.photo_id AS photoId, u.file_name AS fileName, u.web_path AS webPath, u.thumb_path AS thumbPath,
         u.web_sha256 AS webSha256, u.remote_id AS remoteId,
         (SELECT path FROM renditions WHERE photo_id = u.photo_id AND kind = 'web') AS approvedWeb,
         (SELECT path FROM renditions WHERE photo_id = u.photo_id AND kind = 'web-thumb') AS approvedThumb
       FROM publications u WHERE u.state = 'published'`,
    );
    const expected = new Set(published.flatMap(({ webPath, thumbPath }) => [webPath, thumbPath]));
    const files = new Set(world.siteFiles.filter((path) => !GALLERY.test(path)));
    const shown = await Promise.all(published.map((photo) => differences(world, photo)));
    return [
      ...[...files].filter((path) => !expected.has(path)).map((path) => `nobody published the file ${path}`),
      ...[...expected].filter((path) => !files.has(path)).map((path) => `the file ${path} is not on the site`),
      ...rowProblems(world, published),
      ...stateProblems(world),
      ...shown.flat(),
    ];
  },
};

function rowProblems({ catalogueRows }: OpenWorld, published: readonly OnSite[]): readonly string[] {
  const rowsByName = Map.groupBy(catalogueRows, ({ File_Name }) => String(File_Name));
  const names = new Set(published.map(({ fileName }) => fileName));
  return [
    ...[...rowsByName.keys()].filter((name) => !names.has(name)).map((name) => `nobody published the row ${name}`),
    ...published.flatMap(({ fileName, remoteId }) => {
      const rows = rowsByName.get(fileName) ?? [];
      if (rows.length === 1 && rows[0]!['id'] === remoteId) return [];
      return [`the catalogue has ${rows.length} rows for ${fileName}, recorded as row ${remoteId}`];
    }),
  ];
}

function stateProblems({ rows }: OpenWorld): readonly string[] {
  return rows<{ id: number; state: string }>(
    `SELECT p.id, p.state FROM photos p WHERE (p.state = 'published') <> EXISTS (
       SELECT 1 FROM publications u WHERE u.photo_id = p.id AND u.state = 'published') AND p.state <> 'in-review'`,
  ).map(({ id, state }) => `photo ${id} is ${state}, which its publications deny`);
}

async function differences({ dataFolder }: OpenWorld, photo: OnSite): Promise<readonly string[]> {
  const { photoId, webPath, thumbPath, webSha256, approvedWeb, approvedThumb } = photo;
  if (approvedWeb === null || approvedThumb === null) return [`photo ${photoId} has lost its approved images`];
  const read = (path: string) => readFile(join(dataFolder, ...path.split('/'))).catch(() => null);
  const [web, thumb, approved, approvedSmall] = await Promise.all(
    [`site/${webPath}`, `site/${thumbPath}`, approvedWeb, approvedThumb].map(read),
  );
  const wrong: string[] = [];
  if (!web || !thumb || !approved || !approvedSmall) return [`an image of photo ${photoId} cannot be read`];
  if (createHash('sha256').update(web).digest('hex') !== webSha256)
    wrong.push(`${webPath} is not the file that was sent`);
  if (!(await pixels(web)).equals(await pixels(approved))) wrong.push(`${webPath} shows other pixels than approved`);
  if (!thumb.equals(approvedSmall)) wrong.push(`${thumbPath} is not the approved thumbnail`);
  return wrong;
}

/** A file that cannot be decoded has no pixels; that is a difference like any other. */
function pixels(image: Uint8Array): Promise<Buffer> {
  return sharp(image)
    .raw()
    .toBuffer()
    .catch(() => Buffer.alloc(0));
}
