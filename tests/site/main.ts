import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `pnpm test:site`: the tests of a served site with every kill and every cut there is, not a sample of them; `--target ftp` or `--target sftp` disturbs
 * sites of that kind alone, `--kills TEXT` kills only at steps whose name holds it, and files that are named are the only ones to run.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { target: { type: 'string' }, kills: { type: 'string' } },
  allowPositionals: true,
});
const { target, kills } = values;
if (target !== undefined && target !== 'ftp' && target !== 'sftp')
  throw new Error(`--target ${target} is no kind of site; allowed are ftp and sftp`);
const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(dirname(createRequire(join(root, 'package.json')).resolve('vitest/package.json')), 'vitest.mjs');
const files = positionals.length === 0 ? ['tests/site'] : positionals;
const tests = spawn(process.execPath, [vitest, 'run', ...files, '--maxWorkers=1', '--disableConsoleIntercept'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    SITE_FAULTS: 'all',
    ...(target !== undefined && { SITE_TARGET: target }),
    ...(kills !== undefined && { SITE_KILLS: kills }),
  },
});
const [code] = (await once(tests, 'exit')) as [number | null];
process.exitCode = code ?? 1;
