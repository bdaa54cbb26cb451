// `pnpm check`, which is all of the CI: every check runs even after one failed, and the tests come last, so that the
// last line is their count. With --no-tests it stops before them.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @type {readonly { title: string, tool: string, args: readonly string[] }[]} */
const checks = [
  { title: 'types', tool: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { title: 'types of the web application', tool: 'typescript/bin/tsc', args: ['-p', 'apps/review-ui'] },
  { title: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  { title: 'format', tool: 'oxfmt/bin/oxfmt', args: ['--check', '.'] },
  { title: 'dead code', tool: 'knip/bin/knip.js', args: [] },
];

process.chdir(root);
const failed = [];
for (const { title, tool, args } of checks) {
  console.log(`\n── ${title}`);
  const exitCode = await runChild(process.execPath, [path.join(root, 'node_modules', tool), ...args], process.env, {
    ownGroup: false,
  });
  if (exitCode > 128) process.exit(exitCode);
  if (exitCode !== 0) failed.push(title);
}

if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

const [first, ...args] = process.argv.slice(2);
if (first !== '--no-tests') {
  console.log('\n── tests');
  const tests = path.join(root, 'apps', 'cli', 'launch', 'run-tests.mjs');
  const filters = first === undefined ? [] : [first, ...args];
  process.exitCode =
    (await runChild(process.execPath, [tests, ...filters], process.env, { ownGroup: false })) || process.exitCode;
}
