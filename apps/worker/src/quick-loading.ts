import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { rememberFormats } from './remember-formats.ts';

/** Below the data folder: what V8 made of the sources. */
const COMPILED = 'cache/code';

export function compiledIn(dataFolder: string): string {
  return join(dataFolder, COMPILED);
}

/** Half of a start is loading sources. Whatever is imported from here on loads faster; what is imported statically beside this was loaded before. */
export function loadQuickly(compiled: string | undefined): void {
  enableCompileCache(compiled);
  rememberFormats();
}
