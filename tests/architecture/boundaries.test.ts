import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clean, cycles, plants } from './plants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Complaint = { readonly rule: string; readonly text: string };

const LINT_TIMEOUT_MS = 25_000;

const tree = mkdtempSync(path.join(tmpdir(), 'proofline-walls-'));
let exitCode: number | null = null;
let complaints = new Map<string, readonly Complaint[]>();

beforeAll(() => {
  cpSync(path.join(root, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'));
  cpSync(path.join(root, 'tsconfig.base.json'), path.join(tree, 'tsconfig.base.json'));
  // Without Node's types, which the planted lines do not need and a temporary folder does not have.
  writeFileSync(
    path.join(tree, 'tsconfig.json'),
    '{ "extends": "./tsconfig.base.json", "compilerOptions": { "types": [] } }',
  );
  const planted = plants.map(([file, source]) => [file, source] as const);
  for (const [file, source] of [...planted, ...Object.entries(clean), ...Object.entries(cycles)]) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), `${source}\n`);
  }
  ({ exitCode, complaints } = lint(tree));
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('walls between packages', () => {
  test('the planted tree fails the lint', () => {
    expect(exitCode).toBe(1);
  });

  test.each(plants.map(([file, , rule, says]) => ({ file, rule, says })))(
    '$rule bites in $file',
    ({ file, rule, says }) => {
      expect(complaints.get(file)?.filter((complaint) => complaint.rule.includes(`(${rule})`))).toContainEqual(
        expect.objectContaining({ text: expect.stringContaining(says) as string }),
      );
    },
  );

  test.each(Object.keys(clean))('%s gets no complaint', (file) => {
    expect(complaints.get(file) ?? []).toEqual([]);
  });

  test('a tree of clean files alone passes', () => {
    for (const file of [...plants.map(([name]) => name), ...Object.keys(cycles)]) rmSync(path.join(tree, file));
    expect(lint(tree)).toEqual({ exitCode: 0, complaints: new Map() });
  });

  test('every wall of the configuration has a plant', () => {
    const configuration = readFileSync(path.join(root, '.oxlintrc.json'), 'utf8');
    const messages = [...configuration.matchAll(/"message": "([^"]+)"/g)].map(([, message]) => message ?? '');
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((message) => !plants.some(([, , , says]) => message.includes(says)))).toEqual([]);
  });
});

function lint(folder: string) {
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = spawnSync(process.execPath, [oxlint, '--type-aware', '--deny-warnings', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LINT_TIMEOUT_MS,
    env: { ...process.env, OXLINT_TSGOLINT_PATH: typeAwareLinter() },
  });
  if (!run.stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${run.stdout}${run.stderr}`);
  const report = JSON.parse(run.stdout) as {
    readonly diagnostics: readonly { filename: string; code: string; message: string; help?: string }[];
  };
  const byFile = Map.groupBy(report.diagnostics, ({ filename }) => filename.replaceAll('\\', '/'));
  return {
    exitCode: run.status,
    complaints: new Map(
      [...byFile].map(([file, found]) => [
        file,
        found.map(({ code, message, help }) => ({ rule: code, text: `${message} ${help ?? ''}` })),
      ]),
    ),
  };
}

/** The program for this platform; oxlint by itself looks for it only below the folder that it lints. */
function typeAwareLinter(): string {
  const program = process.platform === 'win32' ? 'tsgolint.exe' : 'tsgolint';
  const wrapper = realpathSync(path.join(root, 'node_modules', 'oxlint-tsgolint', 'package.json'));
  return createRequire(wrapper).resolve(`@oxlint-tsgolint/${process.platform}-${process.arch}/${program}`);
}
