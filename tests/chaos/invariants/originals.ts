import { hashFolder } from '../../support/folder-hash.ts';
import type { Invariant } from './invariant.ts';

/** Promise 4: originals are never changed, moved or deleted. */
export const originals: Invariant = {
  name: 'originals are as they were',
  async check({ originalsFolder, originalsBefore }) {
    const now = await hashFolder(originalsFolder);
    const paths = new Set([...Object.keys(originalsBefore), ...Object.keys(now)]);
    return [...paths].filter((path) => now[path] !== originalsBefore[path]).map((path) => `${path} is not as it was`);
  },
};
