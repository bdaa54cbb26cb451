import { join } from 'node:path';
import type { Stores } from '@proofline/db/open-stores.ts';
import { createSiteAuditor, type SiteAuditor } from '@proofline/publish/audit/site-auditor.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';
import type { Publishing } from './open-publishing.ts';

/** Looks at the site that this installation publishes to. */
export function openSiteAuditor({
  config,
  folder,
  stores,
  publishing,
  onWork,
  onError,
}: {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly stores: Stores;
  readonly publishing: Publishing;
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
}): SiteAuditor {
  return createSiteAuditor({
    ...publishing.site,
    publicUrlBase: config.publication.publicUrlBase,
    store: stores.auditStore,
    records: stores.siteRecords,
    names: stores.nameAdoption,
    publications: stores.publications,
    events: stores.events,
    scratchFile: join(folder.cache, 'site-audit.db'),
    removedFolder: join(folder.replaced, 'removed'),
    onWork,
    onError,
  });
}
