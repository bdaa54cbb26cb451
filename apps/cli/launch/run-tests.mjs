// Runs the usual suites, or those that are named, or with --journeys the further journeys, and says on the last line, alone,
// how many tests passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { countTests, countLine } from './count-tests.mjs';
import { journeySuites } from './journey-suites.mjs';
import { runChild } from './run-child.mjs';
import { slowestFiles } from './slowest-files.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'proofline-tests-'));
try {
  const report = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  process.chdir(root);
  const args = [vitest, 'run', ...reporters, ...chosen(process.argv.slice(2))];
  const exitCode = await runChild(process.execPath, args, process.env, { ownGroup: false });
  const { testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  const count = countTests({ testResults }, exitCode);
  console.log(`\nlongest:\n${slowestFiles(testResults, (name) => path.relative(root, name))}\n`);
  console.log(countLine(count));
  process.exitCode = exitCode || (count.passed === 0 ? 1 : 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} args of the person: filters and options of vitest
 * @returns {readonly string[]}
 */
function chosen(args) {
  const [first, ...others] = args;
  if (first === '--journeys') return [...journeySuites, ...others];
  const isFiltered = args.some((arg) => !arg.startsWith('-'));
  if (isFiltered) return args;
  return [...journeySuites.flatMap((suite) => ['--exclude', suite.endsWith('/') ? `${suite}**` : suite]), ...args];
}
