import { existsSync } from 'node:fs';
import { compiledIn, loadQuickly } from '@proofline/worker/quick-loading.ts';

/** The command line. A start waits for it before the system's process begins to load, so it takes what was compiled at an earlier start. */
const dataFolder = process.env['PROOFLINE_DATA'];
const compiled = dataFolder === undefined || dataFolder === '' ? undefined : compiledIn(dataFolder);
// Made by the system, in a folder that is ours; nobody else's is made here.
if (compiled !== undefined && existsSync(compiled)) loadQuickly(compiled);
await import('./program.ts');
