import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { publishedRow } from './catalogue-columns.ts';
import { examplePhoto } from './fixtures/published-photo.ts';
import { createGallery, photosPerPage } from './gallery.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-gallery-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a photo is shown with its texts and its facts, from the files beside the page', async () => {
  await rebuild([{}]);
  const page = await readPage('index.html');
  expect(page).toContain('href="./2025/nature/Frozen_Lake.JPG"');
  expect(page).toContain('src="./2025/thumbs/nature/Frozen_Lake.JPG"');
  expect(page).toContain('alt="Two skaters in red coats on a frozen lake, low sun behind bare trees"');
  expect(page).toContain('<p>Skaters cross the frozen lake at sunrise.</p>');
  expect(page.match(/<dt>.*<\/dd>/)?.[0].replaceAll(/<\/?d[td]>/g, '|')).toBe(
    [
      ['Quality', 'Good (7.25 of 10)'],
      ['Keywords', 'frozen lake, skating, sunrise'],
      ['Place', 'Amsterdam Netherlands'],
      ['Taken', '31 January 2025, 08:05'],
      ['Camera', 'Canon EOS R5 Mark II'],
      ['Lens', 'RF24-105mm F4 L IS USM'],
      ['Exposure', '1/250 sec, f/4.0, ISO 100, 35 mm'],
      ['Size', '1500 × 1000 px'],
      ['File', examplePhoto().fileName],
    ]
      .map(([name, value]) => `|${name}||${value}|`)
      .join(''),
  );
  expect(page).not.toContain('IMG_0042');
});

test('what is not known is left out, and a row without alt text is described by its caption', async () => {
  const unknown = { alt_text: null, Lens_model: null, Exposure: null, Aperture: null, ISO: null, Focal_length: null };
  await rebuild([{ ...unknown, QR: null, DateTime: 'some day' }]);
  const page = await readPage('index.html');
  expect(page).toContain('alt="Skaters cross the frozen lake at sunrise."');
  expect(page).not.toContain('<dt>Lens</dt>');
  expect(page).not.toContain('<dt>Exposure</dt>');
  expect(page).toContain('<dt>Quality</dt><dd>Good</dd>');
  expect(page).toContain('<dt>Taken</dt><dd>some day</dd>');
  expect(page).not.toContain('null');
});

test('text is shown, never run', async () => {
  const hostile = `"><script>alert('x')</script>&amp;`;
  const columns = ['Caption', 'alt_text', 'Keywords', 'File_Name', 'Location', 'Path', 'Thumb_Path', 'Lens_model'];
  await rebuild([Object.fromEntries(columns.map((column) => [column, hostile]))]);
  const page = await readPage('index.html');
  expect(page).not.toContain('<script');
  expect(page).toContain('<p>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>');
});

test('an address that looks like a program stays an address', async () => {
  await rebuild([{ Path: 'javascript:alert(1)' }]);
  expect(await readPage('index.html')).toContain('href="./javascript:alert(1)"');
});

test('an empty catalogue gives a page that says so', async () => {
  expect(await rebuild([])).toEqual({ pages: 1, photos: 0 });
  expect(await readPage('index.html')).toContain('Nothing is published yet.');
});

test('many photos go to pages that lead to each other, each photo on exactly one', async () => {
  const count = 2 * photosPerPage + 1;
  expect(await rebuild(manyRows(count))).toEqual({ pages: 3, photos: count });
  const pages = await Promise.all(['index.html', 'gallery-2.html', 'gallery-3.html'].map(readPage));
  const shown = pages.map((page) => [...page.matchAll(/<p>Photo (\d+)<\/p>/g)].map(([, id]) => Number(id)));
  expect(shown.map((ids) => ids.length)).toEqual([photosPerPage, photosPerPage, 1]);
  expect(shown.flat()).toEqual(manyRows(count).map((row) => row['id']));
  expect(pages.map((page) => [...page.matchAll(/<nav.*?<\/nav>/gs)].length)).toEqual([2, 2, 2]);
  expect(pages[1]).toContain('<a href="index.html" rel="prev">Newer</a>');
  expect(pages[1]).toContain('<a href="gallery-3.html" rel="next">Older</a>');
  expect(pages[0]).toContain('<span>Newer</span>');
});

test('pages that are no longer needed go, other people’s files stay', async () => {
  await writeFile(join(folder, 'gallery-4.html'), 'not ours');
  await rebuild(manyRows(2 * photosPerPage + 1));
  await rebuild(manyRows(3));
  expect((await readdir(folder)).toSorted()).toEqual(['gallery-4.html', 'index.html']);
});

test('a start page that somebody else made is not replaced', async () => {
  await writeFile(join(folder, 'index.html'), '<h1>My website</h1>');
  await expect(rebuild(manyRows(300))).rejects.toThrow(
    /index\.html in .* was not made by Proofline; it was not touched/,
  );
  expect(await readdir(folder)).toEqual(['index.html']);
  expect(await readPage('index.html')).toBe('<h1>My website</h1>');
});

test('a page without changes is not written again', async () => {
  await rebuild([{}]);
  const before = await stat(join(folder, 'index.html'));
  await rebuild([{}]);
  expect((await stat(join(folder, 'index.html'))).ino).toBe(before.ino);
});

/** `rows` from the newest, as a catalogue would give them. */
function rebuild(rows: readonly Partial<CatalogueRow>[]) {
  const all: readonly CatalogueRow[] = rows.map((row, index) => ({
    id: rows.length - index,
    ...publishedRow(examplePhoto()),
    ...row,
  }));
  return createGallery({
    folder,
    catalogue: {
      count: () => all.length,
      newest: (belowId, limit) => all.filter((row) => Number(row['id']) < (belowId ?? Infinity)).slice(0, limit),
    },
  }).rebuild();
}

function manyRows(count: number): readonly CatalogueRow[] {
  return Array.from({ length: count }, (_, index) => ({ id: count - index, Caption: `Photo ${count - index}` }));
}

function readPage(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}
