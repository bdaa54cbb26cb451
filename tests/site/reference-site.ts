import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { startSystem } from '../support/running-system.ts';
import { prepare, type SiteAct } from './photo-acts.ts';
import { PUBLIC_URL_BASE } from './served-site.ts';
import { photoOn, readFolder, type PhotoOnSite, type SiteContent } from './site-content.ts';

/** By a photo's file name. */
export type ReferenceSite = {
  /** What the site has to show of it after each act. */
  shows(fileName: string, act: SiteAct): Omit<PhotoOnSite, 'id'>;
  /** What the archive has to hold of it after acts of which this was the last one that published: taking back leaves it alone. */
  archives(fileName: string, act: PublishingAct): Archived;
};

type PublishingAct = 'publication' | 'correction';
/** SHA-256 by path: the original and its sidecar. */
type Archived = Readonly<Record<string, string>>;

/** The same photos published and corrected undisturbed, to a folder and a table of this machine: the same input has to give the same site. */
export async function makeReferenceSite(
  request: { readonly sourceFolder: string; readonly subject: string },
  dataFolder: string,
): Promise<ReferenceSite> {
  const archive = join(dataFolder, 'archive');
  const variables = { PROOFLINE_PUBLIC_URL_BASE: PUBLIC_URL_BASE, PROOFLINE_ARCHIVE: archive };
  await using running = await startSystem(dataFolder, variables);
  const { set } = await running.add(request);
  const photoIds = (await running.approveAll(set.id)).toSorted((a, b) => a - b);
  const publish = async () => {
    await parseResponse(running.client.publications.$post({ json: { photoIds: [...photoIds] } }));
    await running.settled(set.id);
  };
  await publish();
  const published = await contentOf(running.config);
  const archivedFirst = await readFolder(archive);
  for (const [place, photoId] of photoIds.entries()) await prepare(running.client, { photoId, place }, 'correction');
  await publish();
  const corrected = await contentOf(running.config);
  const archivedLast = await readFolder(archive);
  if (published.rows.length !== photoIds.length) throw new Error('the reference site lacks rows of its photos');
  return {
    shows(fileName, act) {
      if (act === 'withdrawal') return { files: {}, row: null };
      const { files, row } = photoOn(act === 'correction' ? corrected : published, fileName);
      return { files, row };
    },
    archives: (fileName, act) => ownFiles(act === 'correction' ? archivedLast : archivedFirst, fileName),
  };
}

/** What an archive holds of one photo, whatever is called after it. */
export async function archiveOf(folder: string, fileName: string): Promise<Archived> {
  return ownFiles(await readFolder(folder), fileName);
}

/** Temporary files of nobody knows which photo count for every one. */
function ownFiles(files: Archived, fileName: string): Archived {
  const stem = fileName.slice(0, fileName.lastIndexOf('.'));
  const isOwn = ([path]: readonly [string, string]) => path.includes(`/${stem}.`) || path.includes('/.');
  return Object.fromEntries(Object.entries(files).filter(isOwn));
}

async function contentOf(config: { readonly siteFolder: string; readonly dataFolder: string }): Promise<SiteContent> {
  const database = new Database(join(config.dataFolder, 'catalogue.db'), { readonly: true });
  try {
    const rows = database.prepare('SELECT * FROM photos_info_revamp').all() as SiteContent['rows'];
    return { files: await readFolder(config.siteFolder), rows };
  } finally {
    database.close();
  }
}
