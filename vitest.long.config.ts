import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** `pnpm test:long`: the same tests with as much as the issues ask for. Takes about an hour. */
export default mergeConfig(usual, { test: { env: { LONG_TESTS: '1' } } });
