import { Blocked } from '@proofline/domain/blocking.ts';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import { freeDiskSpaceBytes } from './free-disk-space.ts';

/** Looks at the disk that holds `folder` (absolute) each time it is asked. */
export function openDiskFloor({
  folder,
  floorBytes,
  freeBytes = freeDiskSpaceBytes,
}: {
  readonly folder: string;
  readonly floorBytes: number;
  readonly freeBytes?: (folder: string) => Promise<number>;
}): DiskFloor {
  return {
    async assertRoom() {
      const free = await freeBytes(folder);
      if (free >= floorBytes) return;
      throw new Blocked(
        'disk-full',
        `the disk of ${folder} has ${inMegabytes(free)} MB left and ${inMegabytes(floorBytes)} MB are kept free (PROOFLINE_DISK_FLOOR_MB); nothing was written`,
      );
    },
  };
}

function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
