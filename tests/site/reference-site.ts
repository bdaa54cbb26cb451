import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { startSystem } from '../support/running-system.ts';
import { prepare, type SiteAct } from './photo-acts.ts';
import { PUBLIC_URL_BASE } from './served-site.ts';
import { photoOn, readFilesOfSite, type PhotoOnSite, type SiteContent } from './site-content.ts';

/** What the site has to show of a photo after each act, by the photo's file name. */
export type ReferenceSite = (fileName: string, act: SiteAct) => Omit<PhotoOnSite, 'id'>;

/** The same photos published and corrected undisturbed, to a folder and a table of this machine: the same input has to give the same site. */
export async function makeReferenceSite(
  request: { readonly sourceFolder: string; readonly subject: string },
  dataFolder: string,
): Promise<ReferenceSite> {
  await using running = await startSystem(dataFolder, { PROOFLINE_PUBLIC_URL_BASE: PUBLIC_URL_BASE });
  const { set } = await running.add(request);
  const photoIds = (await running.approveAll(set.id)).toSorted((a, b) => a - b);
  const publish = async () => {
    await parseResponse(running.client.publications.$post({ json: { photoIds: [...photoIds] } }));
    await running.settled(set.id);
  };
  await publish();
  const published = await contentOf(running.config);
  for (const [place, photoId] of photoIds.entries()) await prepare(running.client, { photoId, place }, 'correction');
  await publish();
  const corrected = await contentOf(running.config);
  if (published.rows.length !== photoIds.length) throw new Error('the reference site lacks rows of its photos');
  return (fileName, act) => {
    if (act === 'withdrawal') return { files: {}, row: null };
    const { files, row } = photoOn(act === 'correction' ? corrected : published, fileName);
    return { files, row };
  };
}

async function contentOf(config: { readonly siteFolder: string; readonly dataFolder: string }): Promise<SiteContent> {
  const database = new Database(join(config.dataFolder, 'catalogue.db'), { readonly: true });
  try {
    const rows = database.prepare('SELECT * FROM photos_info_revamp').all() as SiteContent['rows'];
    return { files: await readFilesOfSite(config.siteFolder), rows };
  } finally {
    database.close();
  }
}
