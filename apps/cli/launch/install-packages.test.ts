import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installationDue, installPackages } from './install-packages.mjs';

let root: string;
const said: string[] = [];
const node = { program: process.execPath, version: '24.21.0' };

beforeEach(() => {
  root = path.join(mkdtempSync(path.join(tmpdir(), 'proofline-install-')), 'Prüf ordner');
  mkdirSync(path.join(root, 'apps', 'cli'), { recursive: true });
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    writeFileSync(path.join(root, name), '{}');
  writeFileSync(path.join(root, 'apps', 'cli', 'package.json'), '{ "dependencies": { "sharp": "0.35.5" } }');
  said.length = 0;
});
afterEach(() => {
  rmSync(path.dirname(root), { recursive: true, force: true });
});

// The stand-in for pnpm is a shell script, which Windows does not start.
describe.runIf(process.platform !== 'win32')('installing packages', () => {
  test('is due once, and not again', async () => {
    expect(installationDue(root, node.version)).toBe('first start');
    await install('exit 0');
    expect(installationDue(root, node.version)).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('first start')]);
  });

  test('is due after the lockfile, a package.json or Node changed', async () => {
    await install('exit 0');
    expect(installationDue(root, '26.0.0')).toContain('changed');
    for (const file of ['pnpm-lock.yaml', 'apps/cli/package.json']) {
      writeFileSync(path.join(root, file), '{ "changed": true }');
      expect(installationDue(root, node.version)).toContain('changed');
      await install('exit 0');
    }
  });

  test('is due when a package has lost its modules', async () => {
    await install('exit 0');
    rmSync(path.join(root, 'apps', 'cli', 'node_modules'), { recursive: true });
    expect(installationDue(root, node.version)).toBe(`${path.join('apps', 'cli')} has lost its node_modules`);
  });

  test('that fails says why and what to do, and stays due', async () => {
    await install('exit 0');
    const failing = install('echo "npm error code ENOSPC" >&2; exit 1');
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining('ENOSPC') as string,
      advice: expect.stringContaining('disk is full') as string,
      exitCode: 2,
    });
    expect(installationDue(root, node.version)).toContain('did not finish');
  });

  test('that was killed half-way is due again', async () => {
    await install('exit 0');
    await expect(install('kill -9 $$')).rejects.toThrow('could not be installed');
    expect(existsSync(path.join(root, 'node_modules', '.proofline-stamp'))).toBe(false);
    expect(installationDue(root, node.version)).toContain('did not finish');
  });
});

test('the folders looked at are those of the workspace', () => {
  const workspace = readFileSync(fileURLToPath(new URL('../../../pnpm-workspace.yaml', import.meta.url)), 'utf8');
  const source = readFileSync(fileURLToPath(new URL('./install-packages.mjs', import.meta.url)), 'utf8');
  const listed = [...workspace.matchAll(/^ {2}- (\S+)$/gm)].map(([, folder]) => `'${folder}'`).join(', ');
  expect(source).toContain(`const workspaceFolders = [${listed}];`);
});

async function install(body: string) {
  const pnpm = path.join(root, 'pnpm');
  const modules = 'mkdir -p node_modules apps/cli/node_modules';
  writeFileSync(pnpm, `#!/bin/sh\n${modules}\n${body}\n`);
  chmodSync(pnpm, 0o755);
  const due = installationDue(root, node.version) ?? 'asked for';
  const say = (text: string) => void said.push(text);
  await installPackages({ root, pnpm, node, env: process.env, due, say, onStart: () => {} });
}
