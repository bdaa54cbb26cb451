import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,launch}/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/service-desk.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A third of the time: what a file imports is loaded once per worker. Every test cleans up after itself.
    isolate: false,
    // Patience for a machine that is slow and shared; a test that works never waits for it.
    expect: { poll: { timeout: 20_000 } },
  },
});
