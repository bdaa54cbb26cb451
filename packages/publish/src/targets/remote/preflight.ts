import { randomUUID } from 'node:crypto';
import { Blocked } from '@proofline/domain/blocking.ts';
import { contentSha256 } from '../../content-hash.ts';
import { temporaryName } from '../../target-path.ts';
import { moveIntoPlace, type RenameManners } from './move-into-place.ts';
import { RemoteFault } from './remote-fault.ts';
import { assertThere, blockedBy, type RemoteSite } from './remote-site.ts';
import { removeScrap } from './scraps.ts';
import { sendFile } from './send-file.ts';

type Renaming = { readonly manners: RenameManners; readonly onRefusal: () => void };

/**
 * Tries what every publication does, with two small files of its own in the site's folder: send, rename, replace, remove. Null when all of it works: then
 * a fault that was met is one file's own.
 */
export async function whyNothingCanBePut(
  site: RemoteSite,
  sender: string | undefined,
  signal: AbortSignal,
  renaming: Renaming = { manners: { refusesToReplace: false }, onRefusal: () => undefined },
): Promise<Blocked | null> {
  const [first, second, aside] = [1, 2, 3].map(() => temporaryName(randomUUID(), sender)) as [string, string, string];
  const asset = { bytes: PROBE, sha256: contentSha256(PROBE) };
  try {
    await assertThere(site, signal);
    await sendFile(site, first, asset, signal);
    await sendFile(site, second, asset, signal);
    await moveIntoPlace(site, { from: first, to: second, aside, asset, ...renaming }, signal);
    return null;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof RemoteFault)) return blockedBy(error, site) ?? Promise.reject(error);
    return (
      blockedBy(error, site) ??
      new Blocked(
        'login-refused',
        `${site.folder === '' ? 'the folder that the login leads to' : `the folder ${site.folder}`} on ${site.name} cannot be written to: it ${error.message}`,
        {
          cause: error,
        },
      )
    );
  } finally {
    await Promise.all([first, second, aside].map((path) => removeScrap(site, path, signal)));
  }
}

const PROBE = Buffer.from('Proofline looks whether it can publish here.\n');
