import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { workerData } from 'node:worker_threads';
import { reportMemory } from './memory-report.ts';

const MEMORY_CHECK_MS = 100;
/** Growth that is told to the parent. */
const MEMORY_STEP_BYTES = 8 * 1024 ** 2;

/**
 * This thread stands beside the decoder and still acts when that loops for ever: it ends the process when the parent is
 * gone (the parent holds the other end of stdin and never writes) and when the process outgrows its memory.
 */
const { memoryLimitBytes } = workerData as { readonly memoryLimitBytes: number };

const parent = new Socket({ fd: 0, readable: true, writable: false });
parent.on('end', endProcess).on('error', endProcess).resume();

let toldBytes = 0;
setInterval(() => {
  const residentBytes = process.memoryUsage.rss();
  if (residentBytes > toldBytes + MEMORY_STEP_BYTES) tell((toldBytes = residentBytes));
  if (residentBytes <= memoryLimitBytes) return;
  tell(residentBytes);
  writeSync(2, `it held ${residentBytes} bytes of memory, the limit is ${memoryLimitBytes}\n`);
  endProcess();
}, MEMORY_CHECK_MS);

function tell(residentBytes: number): void {
  try {
    reportMemory(residentBytes);
  } catch {
    endProcess();
  }
}

function endProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}
