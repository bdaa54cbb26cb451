/** `pnpm test:site` meets every fault there is; the suite a spread sample of them. */
export const allFaults = process.env['SITE_FAULTS'] === 'all';
