import { existsSync } from 'node:fs';
import { endSystemLoadedAhead, loadSystemAhead } from '@proofline/worker/loading-system.ts';
import { compiledIn, loadQuickly } from '@proofline/worker/quick-loading.ts';

/** The command line, by what was compiled at an earlier start. The system's process loads beside it where it is plain that it will be wanted. */
const [, , command, ...options] = process.argv;
if (command === 'start' && options.length === 0) loadSystemAhead(process.env);
const dataFolder = process.env['PROOFLINE_DATA'];
const compiled = dataFolder === undefined || dataFolder === '' ? undefined : compiledIn(dataFolder);
// Made by the system, in a folder that is ours; nobody else's is made here.
if (compiled !== undefined && existsSync(compiled)) loadQuickly(compiled);
try {
  await import('./program.ts');
} finally {
  endSystemLoadedAhead();
}
