import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { prepareDataFolder, type DataFolder } from './data-folder.ts';
import { acquireInstanceLease, awaitInstanceLease, LeaseHeldError } from './instance-lease.ts';

const startedAt = '2026-01-02T03:04:05.000Z';
const instance = { pid: process.pid, startedAt };
const children: ChildProcess[] = [];
const newFolder = () => prepareDataFolder(mkdtempSync(join(tmpdir(), 'proofline-lease-')));

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process that holds the lease and has said so. */
async function otherInstance(folder: DataFolder, pid = 'process.pid'): Promise<ChildProcess> {
  const code = `
    import { dataFolderAt } from ${JSON.stringify(import.meta.resolve('./data-folder.ts'))};
    import { acquireInstanceLease } from ${JSON.stringify(import.meta.resolve('./instance-lease.ts'))};
    const lease = acquireInstanceLease(dataFolderAt(${JSON.stringify(folder.root)}), {
      pid: ${pid}, startedAt: ${JSON.stringify(startedAt)} });
    lease.publishAddress('http://127.0.0.1:4170');
    process.stdout.write('held');
    process.stdin.on('end', () => { lease.release(); process.exit(0); }).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  expect(String((await once(child.stdout, 'data'))[0])).toBe('held');
  return child;
}

test('a second instance is refused in words with process and address of the first', async () => {
  const folder = await newFolder();
  const other = await otherInstance(folder);
  const attempt = () => acquireInstanceLease(folder, instance);
  expect(attempt).toThrow(LeaseHeldError);
  expect(attempt).toThrow(
    `Proofline already runs for the data folder ${folder.root} (process ${other.pid}, http://127.0.0.1:4170, started ${startedAt})`,
  );
});

test('the lease is free at once after its holder was killed, and its last words do not name the dead', async () => {
  const folder = await newFolder();
  const other = await otherInstance(folder);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(existsSync(folder.leaseHolderFile)).toBe(true);
  const lease = acquireInstanceLease(folder, instance);
  lease.release();
});

test('who comes while the child of a killed supervisor is still leaving waits a moment and gets the lease', async () => {
  const folder = await newFolder();
  const nobody = spawn(process.execPath, ['--version']);
  await once(nobody, 'exit');
  const other = await otherInstance(folder, String(nobody.pid));
  const lease = awaitInstanceLease(folder, instance);
  other.kill('SIGKILL');
  await expect(lease).resolves.toBeDefined();
  (await lease).release();
});

test('who comes while the holder runs is refused at once', async () => {
  const folder = await newFolder();
  await otherInstance(folder);
  await expect(awaitInstanceLease(folder, instance)).rejects.toThrow(LeaseHeldError);
});

test('whoever gets the lease removes what a process left that was killed while it wrote itself down', async () => {
  const folder = await newFolder();
  const half = [`${folder.leaseHolderFile}.4711.tmp`, `${folder.apiFile}.4711.tmp`];
  const ofOthers = [`${folder.leaseHolderFile}.old.tmp`, join(folder.root, 'notes.4711.tmp')];
  for (const file of [...half, ...ofOthers]) writeFileSync(file, '{"pid"');
  const other = await otherInstance(folder);
  expect(half.map((file) => existsSync(file))).toEqual([false, false]);
  expect(ofOthers.map((file) => existsSync(file))).toEqual([true, true]);
  writeFileSync(half[0]!, '{"pid"');
  expect(() => acquireInstanceLease(folder, instance)).toThrow(LeaseHeldError);
  expect(existsSync(half[0]!)).toBe(true);
  other.kill('SIGKILL');
});

test('the lease is free after an orderly end', async () => {
  const folder = await newFolder();
  const other = await otherInstance(folder);
  other.stdin!.end();
  await once(other, 'exit');
  expect(existsSync(folder.leaseHolderFile)).toBe(false);
  acquireInstanceLease(folder, instance).release();
});

test('the same process cannot hold a lease twice, and gets it again after release', async () => {
  const folder = await newFolder();
  const lease = acquireInstanceLease(folder, instance);
  expect(() => acquireInstanceLease(folder, instance)).toThrow(`process ${process.pid}, just starting`);
  lease.release();
  lease.release();
  acquireInstanceLease(folder, instance).release();
});

test('a holder that has not written itself down yet is refused all the same', async () => {
  const folder = await newFolder();
  const lease = acquireInstanceLease(folder, instance);
  writeFileSync(folder.leaseHolderFile, '{');
  expect(() => acquireInstanceLease(folder, instance)).toThrow(/another process, just starting/);
  lease.release();
});

test('two data folders do not disturb each other', async () => {
  const leases = [await newFolder(), await newFolder()].map((folder) => acquireInstanceLease(folder, instance));
  expect(leases).toHaveLength(2);
  for (const lease of leases) lease.release();
});
