import { tmpdir } from 'node:os';
import { Blocked } from '@proofline/domain/blocking.ts';
import { expect, test } from 'vitest';
import { openDiskFloor } from './disk-floor.ts';

const folder = '/data';

test('a disk with exactly the floor left has room', async () => {
  const floor = openDiskFloor({ folder, floorBytes: 500_000_000, freeBytes: () => Promise.resolve(500_000_000) });
  await expect(floor.assertRoom()).resolves.toBeUndefined();
});

test('a disk below the floor is full, by name and with both figures', async () => {
  const floor = openDiskFloor({ folder, floorBytes: 500_000_000, freeBytes: () => Promise.resolve(499_999_999) });
  const blocked = await floor.assertRoom().catch((error: unknown) => error);
  expect(blocked).toBeInstanceOf(Blocked);
  expect(blocked).toMatchObject({
    condition: 'disk-full',
    message:
      'the disk of /data has 499 MB left and 500 MB are kept free (PROOFLINE_DISK_FLOOR_MB); nothing was written',
  });
});

test('the disk is looked at each time', async () => {
  const free = [1, 3];
  const floor = openDiskFloor({ folder, floorBytes: 2, freeBytes: () => Promise.resolve(free.shift()!) });
  await expect(floor.assertRoom()).rejects.toThrow('0 MB left');
  await expect(floor.assertRoom()).resolves.toBeUndefined();
});

test('the real disk of this machine has one byte left, and not more than any disk', async () => {
  await expect(openDiskFloor({ folder: tmpdir(), floorBytes: 1 }).assertRoom()).resolves.toBeUndefined();
  await expect(openDiskFloor({ folder: tmpdir(), floorBytes: 2 ** 60 }).assertRoom()).rejects.toThrow('MB left');
});
