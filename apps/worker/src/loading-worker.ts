import { startChildProgram, type ChildProgram } from './child-program.ts';
import type { WorkerNotice, WorkerOrder } from './worker-message.ts';

/** A worker's process, which loads and waits for its first order. */
export type LoadingWorker = ChildProgram<WorkerOrder, WorkerNotice>;

const PROGRAM = new URL('./worker-process.ts', import.meta.url);

/** `number`: its seat, for whoever looks at the list of processes. */
export function loadWorker(number: number, compiled: string): LoadingWorker {
  return startChildProgram(PROGRAM, { argv: [String(number)], compiled });
}
