import { fileURLToPath } from 'node:url';

/** Where tests keep the embedded engine's snapshot between runs: a start from it takes a third of the time. */
export const testCacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/proofline', import.meta.url));
