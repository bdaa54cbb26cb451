import type { SiteProtocol } from './served-site.ts';

/** `pnpm test:site` meets every fault there is; the suite a spread sample of them. */
export const allFaults = process.env['SITE_FAULTS'] === 'all';

/**
 * What carries the files to the sites that are disturbed: FTP alone in the suite, for a line over SSH takes seconds to be given up and made anew. With
 * `pnpm test:site` both, or the one that `--target` names.
 */
export const protocols: readonly SiteProtocol[] = (['ftp', 'sftp'] as const).filter((protocol) =>
  allFaults ? (process.env['SITE_TARGET'] ?? protocol) === protocol : protocol === 'ftp',
);

/** Of the kills only those whose name holds it; `--kills TEXT`. */
export const killsAskedFor = process.env['SITE_KILLS'] ?? '';
