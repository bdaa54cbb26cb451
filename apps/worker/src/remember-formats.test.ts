import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const HOOKS = new URL('./remember-formats.ts', import.meta.url).href;

test('neighbours of one folder share its format, and a folder below with another package.json has its own', async () => {
  const folder = await packageOf({
    'package.json': '{ "type": "module" }',
    'main.js': `export { a } from './a.js'; export { b } from './b.js'; export { old } from './old/first.js';`,
    'a.js': 'export const a = 1;',
    'b.js': 'export const b = 2;',
    'old/package.json': '{ "type": "commonjs" }',
    'old/first.js': 'exports.old = require("./second.js").value + 1;',
    'old/second.js': 'exports.value = 2;',
  });
  expect(await exportsOf(join(folder, 'main.js'))).toEqual({ a: 1, b: 2, old: 3 });
});

test('a neighbour that is missing is named', async () => {
  const folder = await packageOf({
    'package.json': '{ "type": "module" }',
    'main.js': `import './a.js'; import './gone.js';`,
    'a.js': '',
  });
  await expect(exportsOf(join(folder, 'main.js'))).rejects.toThrow('gone.js');
});

async function packageOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline formats '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** In a process of its own: the hooks stay as long as it does. */
async function exportsOf(file: string): Promise<unknown> {
  const program = `
    const { rememberFormats } = await import(${JSON.stringify(HOOKS)});
    rememberFormats();
    console.log(JSON.stringify(await import(${JSON.stringify(pathToFileURL(file).href)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  return JSON.parse(stdout);
}
