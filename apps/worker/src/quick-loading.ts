import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { rememberFormats } from './remember-formats.ts';

/** Below the data folder: what V8 made of the sources. */
const COMPILED = 'cache/code';

export function compiledIn(dataFolder: string): string {
  return join(dataFolder, COMPILED);
}

/**
 * Half of a start is loading sources. Whatever is imported from here on loads faster; what is imported statically beside this was loaded before. What
 * was compiled is looked for in this data folder where no place is set for all programs; in one that no system of ours has used, nothing is made.
 */
export function loadQuickly(dataFolder: string): void {
  if (dataFolder !== '' && existsSync(compiledIn(dataFolder))) enableCompileCache(compiledIn(dataFolder));
  rememberFormats();
}
