import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `pnpm test:site`: the tests of a served site with every kill and every cut there is, not a sample of them. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(dirname(createRequire(join(root, 'package.json')).resolve('vitest/package.json')), 'vitest.mjs');
const tests = spawn(
  process.execPath,
  [vitest, 'run', 'tests/site', '--maxWorkers=1', '--disableConsoleIntercept', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SITE_FAULTS: 'all' } },
);
const [code] = (await once(tests, 'exit')) as [number | null];
process.exitCode = code ?? 1;
