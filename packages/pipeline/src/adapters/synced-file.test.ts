import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canFreeze, freezeFolder } from '../../../../tests/support/frozen-folder.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { writeTo } from './synced-file.ts';

const isFreezable = await canFreeze();
if (!isFreezable)
  process.stderr.write('skipped: nothing can be made read-only here; run as root on ext4, xfs or btrfs\n');

test.skipIf(!isFreezable)(
  'an open file that became read-only is named when it cannot be written any more',
  async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'web.jpg');
    await using file = await open(path, 'w');
    const frozen = await freezeFolder(folder);
    try {
      await expect(writeTo(file, path, Buffer.from('pixels'))).rejects.toMatchObject({ code: 'EPERM', path });
    } finally {
      await frozen.thaw();
    }
  },
);
