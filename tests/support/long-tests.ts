/** `pnpm test:long`: with as much as the issues ask for, on the engine that a new user has. A usual run of the tests contents itself with less. */
export const areLongTests = process.env['LONG_TESTS'] === '1';
