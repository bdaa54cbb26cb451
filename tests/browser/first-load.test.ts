import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isChromiumThere, startBrowser } from '../support/browser.ts';

const dist = fileURLToPath(new URL('../../apps/review-ui/dist', import.meta.url));
const LIMIT_BYTES = 300_000;

test.skipIf(!isChromiumThere())(
  'what a browser needs for the first page has at most 300 kB, and zod is nowhere',
  async () => {
    // Builds the application where it is not as its sources are.
    await (await startBrowser()).close();
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const files = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => readFileSync(join(dist, path!)));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    console.log(`first load: ${files.length} files, ${bytes} bytes gzipped`);
    expect(files.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    // It tries to make code of texts, which the content policy forbids and reports: what pages need of the domain has no schemas.
    const assets = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    expect(assets.filter((name) => readFileSync(join(dist, 'assets', name)).includes('_zod'))).toEqual([]);
  },
);
