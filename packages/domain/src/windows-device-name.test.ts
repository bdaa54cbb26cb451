import { describe, expect, test } from 'vitest';
import { isWindowsDeviceName } from './windows-device-name.ts';

describe('Windows device names', () => {
  test.each(['CON', 'con', 'NUL.JPG', 'aux.tar.gz', 'COM1', 'lpt9.txt', 'COM²', 'CONIN$', 'PRN ', 'nul .JPG', 'con:'])(
    '%j is a device',
    (name) => {
      expect(isWindowsDeviceName(name)).toBe(true);
    },
  );

  test.each(['CON_001.JPG', 'Console', 'COM10', 'COM', 'nature', 'my.con', ''])('%j is none', (name) => {
    expect(isWindowsDeviceName(name)).toBe(false);
  });
});
