import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,launch}/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/service-desk.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    // Long enough for a machine that is slow and shared; a test that works never waits for it.
    testTimeout: 300_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // A third of the time: what a file imports is loaded once per worker. Every test cleans up after itself.
    isolate: false,
    expect: { poll: { timeout: 60_000 } },
  },
});
