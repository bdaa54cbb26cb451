import { endSystemLoadedAhead, loadSystemAhead } from '@proofline/worker/loading-system.ts';
import { loadQuickly } from '@proofline/worker/quick-loading.ts';

/** The command line, by what was compiled at an earlier start. The system's process loads beside it where it is plain that it will be wanted. */
const [, , command, ...options] = process.argv;
if (command === 'start' && options.length === 0) loadSystemAhead(process.env);
loadQuickly(process.env['PROOFLINE_DATA'] ?? '');
try {
  await import('./program.ts');
} finally {
  endSystemLoadedAhead();
}
