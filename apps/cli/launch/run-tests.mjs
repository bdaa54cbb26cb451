// Runs every suite and says on the last line, alone, how many tests passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { countTests, countLine } from './count-tests.mjs';
import { runChild } from './run-child.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'proofline-tests-'));
try {
  const report = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  process.chdir(root);
  const args = [vitest, 'run', ...reporters, ...process.argv.slice(2)];
  const exitCode = await runChild(process.execPath, args, process.env, { ownGroup: false });
  const count = countTests(
    existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] },
    exitCode,
  );
  console.log(countLine(count));
  process.exitCode = exitCode || (count.passed === 0 ? 1 : 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
