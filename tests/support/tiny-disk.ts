import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this user may mount a file system; said loudly when not, for many containers forbid it even to root. */
export function hasTinyDisks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-mount-'));
  try {
    mountTinyDisk(folder, { bytes: 100_000, uid: 0 })();
    return true;
  } catch {
    console.warn('SKIPPED: what needs a full disk. Mounting a small one needs root on Linux');
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Mounts an empty disk of this size, owned by `uid`, at an empty folder; call what it returns to take it away. */
export function mountTinyDisk(
  folder: string,
  { bytes, uid }: { readonly bytes: number; readonly uid: number },
): () => void {
  const options = `size=${bytes},uid=${uid},mode=0755`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  // Lazily: a server may still have a file of it open.
  return () => void execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}
