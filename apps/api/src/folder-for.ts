import type { FolderBrowser } from '@proofline/domain/folder-browser.ts';
import type { Context } from 'hono';
import type { ApiEnv } from './authorization.ts';

/**
 * The folder that a request names. A browser reaches what the folder browser shows and nothing else; programs of this machine's user, who hold a
 * token, reach what that user reaches.
 */
export async function folderFor(
  c: Pick<Context<ApiEnv>, 'get'>,
  folders: FolderBrowser,
  path: string,
): Promise<string> {
  return c.get('signedInBy') === 'session' ? folders.resolve(path) : path;
}
