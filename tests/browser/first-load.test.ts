import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isChromiumThere, startBrowser } from '../support/browser.ts';

const application = new URL('../../apps/review-ui/', import.meta.url);
const dist = fileURLToPath(new URL('dist', application));
const LIMIT_BYTES = 300_000;

test.skipIf(!isChromiumThere())(
  'what a browser needs for the first page has at most 300 kB, and zod is nowhere',
  async () => {
    // Builds the application where it is not as its sources are.
    await (await startBrowser()).close();
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = [...page.matchAll(/"\/assets\/([^"]+)"/g)].map(([, name]) => name!);
    const files = withImports([...named, ...reviewPage()]);
    const bytes = files.reduce((sum, name) => sum + gzipSync(assetText(name)).length, 0);
    console.log(`first load: ${files.length} files, ${bytes} bytes gzipped`);
    expect(files.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    // It tries to make code of texts, which the content policy forbids and reports: what pages need of the domain has no schemas.
    expect(scripts().filter((name) => assetText(name).includes('_zod'))).toEqual([]);
  },
);

test.skipIf(!isChromiumThere())('whatever the component library draws with has its style', async () => {
  await (await startBrowser()).close();
  const library = createRequire(application).resolve('@mantine/core/styles.css');
  const styled = classesIn(readFileSync(library, 'utf8'));
  const held = classesIn(styles().map(assetText).join('\n'));
  const drawnWith = [...classesIn(scripts().map(assetText).join('\n'))].filter((name) => styled.has(name));
  expect(drawnWith.length).toBeGreaterThan(100);
  expect(drawnWith.filter((name) => !held.has(name))).toEqual([]);
});

/** As the library names them: by a hash. */
const classesIn = (text: string) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));

const assetNames = (extension: string) => readdirSync(join(dist, 'assets')).filter((name) => name.endsWith(extension));
/** The page that one works in, which is the first for whoever has photos. */
const reviewPage = () => [...scripts(), ...styles()].filter((name) => name.startsWith('review-page-'));
const scripts = () => assetNames('.js');
const styles = () => assetNames('.css');
const assetText = (name: string) => readFileSync(join(dist, 'assets', name), 'utf8');

/** With whatever these scripts cannot do without. */
function withImports(names: readonly string[]): readonly string[] {
  const known = new Set<string>();
  const add = (name: string) => {
    if (known.has(name)) return;
    known.add(name);
    for (const [, other] of name.endsWith('.js') ? assetText(name).matchAll(/(?:from|import)"\.\/([^"]+)"/g) : [])
      add(other!);
  };
  names.forEach(add);
  return [...known];
}
