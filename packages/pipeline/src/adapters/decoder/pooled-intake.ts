import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import { listPhotos } from '../intake/list-photos.ts';
import type { DecoderPool } from './pool.ts';

/** Lists in this process, copies and hashes in a decoder process. */
export function pooledIntake(pool: DecoderPool): PhotoIntake {
  return {
    list: listPhotos,
    async copy(source, destination, signal) {
      const temporaryPath = join(dirname(destination), `.${basename(destination)}.${randomUUID()}.part`);
      try {
        return await pool.run({ kind: 'copy', source, temporaryPath, destination }, signal);
      } finally {
        // Here and not in the process that wrote it: that one may have been killed in the middle.
        await rm(temporaryPath, { force: true });
      }
    },
  };
}
