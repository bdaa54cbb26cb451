import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';

/**
 * A check reads the whole file, about a second per gigabyte and more from a slow disk. Up to this size it is done before anything else; a larger
 * file is checked in a thread while the work goes on, so that the time to start does not grow with the catalogue.
 */
const CHECKED_AT_OPENING_BYTES = 16 * 1024 * 1024;
/** What was under way goes on first. */
const DELAY_MS = 10_000;
/** Findings that are told; one is enough to refuse the file. */
const FINDINGS = 3;

/** Says what is damaged; null when the file is sound, or too large to be looked through now. */
export function damageAtOpening(
  sqlite: Database.Database,
  file: string,
  checkedBytes = CHECKED_AT_OPENING_BYTES,
): string | null {
  const isSuspect = existsSync(markOf(file));
  if (!isSuspect && statSync(file).size > checkedBytes) return null;
  const damage = sqlite.pragma(`quick_check(${FINDINGS})`, { simple: true });
  if (damage !== 'ok') return String(damage);
  if (isSuspect) rmSync(markOf(file), { force: true });
  return null;
}

export type SoundnessCheck = { stop(): Promise<void> };

/**
 * Looks through the whole file once, in a thread of its own. Damage is told, and remembered beside the file: the next opening looks through all of it
 * before it touches anything, and refuses.
 */
export function checkInBackground(
  file: string,
  onDamage: (damage: string) => void,
  { delayMs = DELAY_MS }: { readonly delayMs?: number } = {},
): SoundnessCheck {
  let thread: Worker | undefined;
  const timer = setTimeout(() => {
    thread = new Worker(new URL('soundness-thread.ts', import.meta.url), { workerData: { file, findings: FINDINGS } });
    thread.once('message', (damage: string | null) => {
      if (damage === null) return;
      writeFileSync(markOf(file), damage);
      onDamage(damage);
    });
    // A file that could not be opened just now is looked through after the next start; it is not damaged for that.
    thread.once('error', () => {});
    thread.unref();
  }, delayMs);
  timer.unref();
  return {
    async stop() {
      clearTimeout(timer);
      await thread?.terminate();
    },
  };
}

const markOf = (file: string) => `${file}-suspect`;
