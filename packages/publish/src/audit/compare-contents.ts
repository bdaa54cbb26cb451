import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { SiteFinding } from '@proofline/domain/site-audit.ts';
import type { Scratch } from './scratch.ts';

type Published = {
  readonly path: string;
  readonly photoId: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** Published files of the right size whose content is another one, as far as the target can tell without a download. */
export async function compareContents(
  { sqlite }: Scratch,
  target: Pick<AssetTarget, 'stat'>,
  add: (finding: SiteFinding) => void,
  signal: AbortSignal,
): Promise<void> {
  const page = sqlite.prepare<[string], Published>(
    `SELECT path, photo_id AS photoId, files.bytes, sha256 FROM (
       SELECT web_path AS path, photo_id, web_sha256 AS sha256, web_bytes AS bytes FROM published
       UNION ALL SELECT thumb_path, photo_id, thumb_sha256, thumb_bytes FROM published
     ) AS sent JOIN files USING (path)
     WHERE sha256 IS NOT NULL AND path > ? AND files.bytes > 0 AND (sent.bytes IS NULL OR sent.bytes = files.bytes)
     ORDER BY path LIMIT 200`,
  );
  for (let files = page.all(''); files.length > 0; files = page.all(files.at(-1)!.path)) {
    for (const { path, photoId, bytes, sha256 } of files) {
      const held = await target.stat(path, signal);
      if (held === null || held.bytes !== bytes || held.sha256 === null || held.sha256 === sha256) continue;
      add({
        kind: 'content-mismatch',
        subject: path,
        photoId,
        reason: `the file has other content than what was published, of the same ${bytes} bytes`,
        fix: { kind: 'publish-again', photoId, replacePath: path },
      });
    }
  }
}
