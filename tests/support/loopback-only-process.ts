import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { loopbackOnly } from './loopback-only.ts';

/** Preloaded into child processes: denies them what leaves the machine, and writes to `LOOPBACK_ONLY_LOG` who was denied what. */
const log = process.env['LOOPBACK_ONLY_LOG'];
const tell = (line: string) => {
  if (log !== undefined) appendFileSync(log, `${process.pid} ${line}\n`);
};

if (isMainThread) tell('watched');
loopbackOnly((target) => tell(`denied ${target}`));
