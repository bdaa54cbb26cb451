import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { startChildProgram } from './child-program.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

test('what a child says before anybody listens is told to the first who does', async () => {
  const folder = await temporaryFolder();
  const said = join(folder, 'said');
  const source = `
    import { writeFileSync } from 'node:fs';
    process.on('message', () => process.exit(7));
    process.send({ kind: 'loaded' }, () => writeFileSync(${JSON.stringify(said)}, ''));`;
  await writeFile(join(folder, 'child.mjs'), source);
  const child = startChildProgram<object, object>(pathToFileURL(join(folder, 'child.mjs')), {
    compiled: join(folder, 'compiled'),
  });
  onTestFinished(() => child.kill());
  await vi.waitFor(() => access(said), PATIENCE);

  const heard: object[] = [];
  child.onNotice((notice) => void heard.push(notice));
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'loaded' }]), PATIENCE);
  child.send({});
  expect(await child.ended).toMatchObject({ exitCode: 7 });
});
