import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LaunchError } from './launch-error.mjs';
import { npmProgram, withPathFirst } from './npm-program.mjs';

/** A machine on which exactly these files are; a value names where a link leads. */
function machine(files: Record<string, string | true>) {
  return (file: string) => (files[file] === true ? file : files[file]);
}

const windows = { path: path.win32, execPath: 'C:\\Program Files\\nodejs\\node.exe' };
const debian = { path: path.posix, execPath: '/usr/bin/node' };

describe('finding npm', () => {
  test('takes the npm that started us', () => {
    const npm = '/opt/my npm/bin/npm-cli.js';
    expect(npmProgram({ ...debian, env: { npm_execpath: npm }, realFile: machine({ [npm]: true }) })).toBe(npm);
  });

  test('does not take pnpm or yarn for npm when one of them started us', () => {
    const npm = '/usr/lib/node_modules/npm/bin/npm-cli.js';
    const realFile = machine({ '/opt/pnpm/pnpm': true, [npm]: true });
    expect(npmProgram({ ...debian, env: { npm_execpath: '/opt/pnpm/pnpm' }, realFile })).toBe(npm);
  });

  test('on Windows it lies beside node.exe, in a folder with a space', () => {
    const npm = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
    expect(npmProgram({ ...windows, env: {}, realFile: machine({ [npm]: true }) })).toBe(npm);
  });

  test('on Windows it is found through the variable Path, in a folder with an umlaut', () => {
    const npm = 'C:\\Users\\Jörg\\AppData\\Roaming\\npm\\node_modules\\npm\\bin\\npm-cli.js';
    const env = { Path: 'C:\\Windows;C:\\Users\\Jörg\\AppData\\Roaming\\npm' };
    expect(npmProgram({ ...windows, env, realFile: machine({ [npm]: true }) })).toBe(npm);
  });

  test('elsewhere it is found through the link on the PATH', () => {
    const npm = '/usr/share/nodejs/npm/bin/npm-cli.js';
    const realFile = machine({ '/usr/bin/npm': npm });
    expect(npmProgram({ ...debian, env: { PATH: '/sbin:/usr/bin' }, realFile })).toBe(npm);
  });

  test('a program that happens to be called npm is not run as a script', () => {
    const realFile = machine({ '/usr/bin/npm': true });
    expect(() => npmProgram({ ...debian, env: { PATH: '/usr/bin' }, realFile })).toThrow(LaunchError);
  });

  test('a relative folder on the PATH is not searched', () => {
    const realFile = machine({ 'bin/npm': '/usr/share/nodejs/npm/bin/npm-cli.js' });
    expect(() => npmProgram({ ...debian, env: { PATH: 'bin' }, realFile })).toThrow('npm was not found');
  });
});

describe('putting a folder first on the PATH', () => {
  test('keeps the name that Windows gives the variable', () => {
    const env = { Path: 'C:\\Windows', HOME: 'C:\\' };
    expect(withPathFirst(env, 'C:\\Büro Fotos\\bin', path.win32)).toEqual({
      Path: 'C:\\Büro Fotos\\bin;C:\\Windows',
      HOME: 'C:\\',
    });
  });

  test('makes the variable where there is none', () => {
    expect(withPathFirst({}, '/opt/node/bin', path.posix)).toEqual({ PATH: '/opt/node/bin' });
  });
});
