import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { galleryStyle } from './gallery-style.ts';

export type GalleryPage = {
  readonly title: string;
  readonly rows: readonly CatalogueRow[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Of all pages together. */
  readonly photos: number;
  readonly addressOf: (page: number) => string;
};

/** By this a page is known as one that may be replaced. */
export const galleryMark = '<meta name="generator" content="Proofline gallery">';

/** One page as a whole HTML document: no script, nothing loaded from elsewhere. */
export function galleryPage(gallery: GalleryPage): string {
  const { title, rows, page, pages, photos } = gallery;
  const pageTitle = pages === 1 ? title : `${title}, page ${page} of ${pages}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'">
${galleryMark}
<title>${escapeHtml(pageTitle)}</title>
<style>${galleryStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${photos === 0 ? 'Nothing is published yet.' : countText(photos)}</p>
${pageLinks(gallery, 'Pages')}
</header>
<main>
<ul class="photos">
${rows.map(photoItem).join('\n')}
</ul>
</main>
<footer>
${pageLinks(gallery, 'Pages, below the photos')}
</footer>
</body>
</html>
`;
}

function photoItem(row: CatalogueRow): string {
  const caption = text(row, 'Caption') || text(row, 'File_Name');
  const alternative = text(row, 'alt_text') || caption;
  const size = `width="${Number(row['Width']) || 3}" height="${Number(row['Height']) || 2}"`;
  const facts = photoFacts(row).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<li><figure>
<a href="${escapeHtml(siteAddress(text(row, 'Path'), 3))}"><img src="${escapeHtml(siteAddress(text(row, 'Thumb_Path'), 4))}" alt="${escapeHtml(alternative)}" ${size} loading="lazy" decoding="async"></a>
<figcaption>
<p>${escapeHtml(caption)}</p>
<details><summary>Details<span class="for-screen-readers"> of ${escapeHtml(text(row, 'File_Name'))}</span></summary>
<dl>${facts.join('')}</dl></details>
</figcaption>
</figure></li>`;
}

function photoFacts(row: CatalogueRow): readonly (readonly [string, string])[] {
  const rating = row['QR'] === null ? '' : ` (${row['QR']} of 10)`;
  const focalLength = row['Focal_length'] === null ? '' : `${row['Focal_length']} mm`;
  const iso = row['ISO'] === null ? '' : `ISO ${row['ISO']}`;
  const facts = [
    ['Quality', text(row, 'QC_Status') + rating],
    ['Keywords', text(row, 'Keywords')],
    ['Place', words(text(row, 'Location'))],
    ['Taken', wallTime(text(row, 'DateTime'))],
    ['Camera', words(text(row, 'Camera'))],
    ['Lens', text(row, 'Lens_model')],
    ['Exposure', [text(row, 'Exposure'), text(row, 'Aperture'), iso, focalLength].filter(Boolean).join(', ')],
    ['Size', `${row['Width']} × ${row['Height']} px`],
    ['File', text(row, 'File_Name')],
  ] as const;
  return facts.filter(([, value]) => value !== '');
}

function pageLinks({ page, pages, addressOf }: GalleryPage, name: string): string {
  if (pages === 1) return '';
  const link = (to: number, label: string, relation = '') =>
    to === page ? `<span>${label}</span>` : `<a href="${addressOf(to)}"${relation}>${label}</a>`;
  return `<nav aria-label="${name}">
${link(1, 'Newest')}
${link(Math.max(1, page - 1), 'Newer', ' rel="prev"')}
<span aria-current="page">Page ${page} of ${pages}</span>
${link(Math.min(pages, page + 1), 'Older', ' rel="next"')}
${link(pages, 'Oldest')}
</nav>`;
}

/**
 * The site's layout is fixed (`<year>/<folder>/<name>`, `<year>/thumbs/<folder>/<name>`), so the last parts of any public address lead to
 * the file beside this page. `./` keeps an address that looks like a scheme from being one.
 */
function siteAddress(publicAddress: string, parts: number): string {
  return `./${publicAddress.split('/').slice(-parts).join('/')}`;
}

/** `2025:01:31 08:05:09` or `2025-01-31 08:05:09` → `31 January 2025, 08:05`; anything else as it is. */
function wallTime(dateTime: string): string {
  const [, year, month, day, time] = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d)/.exec(dateTime) ?? [];
  const monthName = months[Number(month) - 1];
  return monthName === undefined ? dateTime : `${Number(day)} ${monthName} ${year}, ${time}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function countText(photos: number): string {
  return photos === 1 ? '1 photo' : `${photos.toLocaleString('en-GB')} photos, the newest first`;
}

function words(token: string): string {
  return token.replaceAll('_', ' ');
}

function text(row: CatalogueRow, column: string): string {
  return String(row[column] ?? '');
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
