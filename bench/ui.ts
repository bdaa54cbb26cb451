import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import sharp from 'sharp';
import { startBrowser } from '../tests/support/browser.ts';
import { printTable, quantile, rounded, writeJson, type Row } from './report.ts';
import { seedWork } from './seeded-work.ts';
import { startProofline, type StartedSystem } from './started-system.ts';
import { installProbe, longTasksOf, resultsOf } from './ui-probe.ts';
import { openUnwatchedPage, type UnwatchedPage } from './unwatched-page.ts';

/**
 * What a reviewer waits for in a long session: the next photo after a key press, the mark of a decision, and the grid while it is scrolled. The server,
 * its database and the pictures are real; the photos of the session are one picture under many names, each loaded and decoded for itself.
 */
const { values: flags } = parseArgs({
  options: {
    photos: { type: 'string', default: '10000' },
    grid: { type: 'string', default: '100000' },
    presses: { type: 'string', default: '100' },
    json: { type: 'string' },
  },
});
const presses = Number(flags.presses);
/** Two frames of a screen with 60 a second. */
const NEXT_LIMIT_MS = 34;
const PREVIEW_PX = { width: 2048, height: 1365 } as const;
const THUMB_PX = { width: 400, height: 267 } as const;
const BETWEEN_MS = [400, 150] as const;
/** Until the page has compiled what a press needs, and its neighbours are loaded. */
const WARM_UP_PRESSES = 20;
const SCROLLED_FRAMES = 240;
/** ext4 takes 65,000. */
const LINKS_OF_A_FILE = 50_000;

const rows: Row[] = [];
const browser = await startBrowser();
try {
  await inSession(Number(flags.photos), async (page, startMs) => {
    await pressRight(page, WARM_UP_PRESSES, BETWEEN_MS[0]);
    await resultsOf(page);
    for (const gapMs of BETWEEN_MS) rows.push(await nextPhotos(page, gapMs, startMs));
    rows.push(await decisions(page));
  });
  printTable(`${flags.photos} photos in the session, ${presses} presses, ms from key to frame`, rows);
  const scrolled = await inSession(Number(flags.grid), (page) => scrollGrid(page));
  printTable(`grid of ${flags.grid} photos, ${SCROLLED_FRAMES} frames`, [scrolled]);
  writeJson(flags.json, { bench: 'ui', photos: flags.photos, grid: flags.grid, rows, scrolled });
} finally {
  await browser.close();
}

/** Starts Proofline on that many photos in review, with a browser in the session. */
async function inSession<Result>(
  photos: number,
  measure: (page: UnwatchedPage, startMs: number) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-ui-'));
  let system: StartedSystem | undefined;
  try {
    await seedWork(join(folder, 'review.db'), { resting: photos, inFlight: 0 });
    await linkPictures(folder, photos);
    system = await startProofline(folder, { PROOFLINE_LOG_LEVEL: 'warn' });
    const { code } = await parseResponse(system.client['sign-in-links'].$post());
    const page = await openUnwatchedPage(browser, { width: 1440, height: 900 });
    await page.goto(`${system.url}/sign-in#${code}`);
    await page.until(`document.querySelector('h1')`);
    const begunMs = performance.now();
    await page.goto(`${system.url}/review?order=by-photo`);
    await page.until(`document.querySelector('[data-testid="save-state"]')`);
    const startMs = performance.now() - begunMs;
    await installProbe(page);
    const result = await measure(page, startMs);
    await page.close();
    return result;
  } finally {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One preview and one thumbnail on the disk, under the names of all photos. */
async function linkPictures(folder: string, photos: number): Promise<void> {
  const picture = (size: { readonly width: number; readonly height: number }) =>
    sharp({
      create: { ...size, channels: 3, background: '#777777', noise: { type: 'gaussian', mean: 120, sigma: 24 } },
    })
      .jpeg({ quality: 82 })
      .toBuffer();
  const files = { 'review-preview': await picture(PREVIEW_PX), 'grid-thumb': await picture(THUMB_PX) };
  const linkedTo = (kind: string, id: number) => join(folder, `${kind}-${Math.floor(id / LINKS_OF_A_FILE)}.jpg`);
  for (let id = 1; id <= photos; id += 1) {
    mkdirSync(join(folder, 'work', String(id)), { recursive: true });
    for (const [kind, bytes] of Object.entries(files)) {
      const original = linkedTo(kind, id);
      if (id === 1 || id % LINKS_OF_A_FILE === 0) writeFileSync(original, bytes);
      linkSync(original, join(folder, 'work', String(id), `${kind}.jpg`));
    }
  }
}

async function nextPhotos(page: UnwatchedPage, gapMs: number, startMs: number): Promise<Row> {
  await pressRight(page, presses, gapMs);
  const { picturesMs, paintsMs } = await resultsOf(page);
  return {
    what: `next photo, ${gapMs} ms apart`,
    ...figures(picturesMs),
    'limit ms': NEXT_LIMIT_MS,
    'p95 to paint ms': rounded(quantile(paintsMs, 0.95)),
    'session open after ms': rounded(startMs, 0),
  };
}

async function pressRight(page: UnwatchedPage, times: number, gapMs: number): Promise<void> {
  for (let press = 0; press < times; press += 1) {
    await page.press('ArrowRight');
    await sleep(gapMs);
  }
}

async function decisions(page: UnwatchedPage): Promise<Row> {
  for (let press = 0; press < presses / 4; press += 1) {
    await page.press('s');
    await sleep(BETWEEN_MS[0]);
    await page.press('ArrowRight');
    await sleep(BETWEEN_MS[0]);
  }
  const { marksMs } = await resultsOf(page);
  return {
    what: 'mark on the photo',
    ...figures(marksMs),
    'limit ms': NEXT_LIMIT_MS,
    'p95 to paint ms': '',
    'session open after ms': '',
  };
}

function figures(values: readonly number[]): Row {
  return {
    measured: values.length,
    'p50 ms': rounded(quantile(values, 0.5)),
    'p95 ms': rounded(quantile(values, 0.95)),
    'max ms': rounded(Math.max(...values)),
  };
}

async function scrollGrid(page: UnwatchedPage): Promise<Row> {
  await page.press('g');
  await page.until(`document.querySelector('#cell-0')`);
  const framesMs = await page.evaluate<number[]>(`(${scrollThrough.toString()})(${SCROLLED_FRAMES})`);
  const begunMs = performance.now();
  await page.press('End');
  await page.until(`document.querySelector('#cell-${Number(flags.grid) - 1}')`);
  const longTasks = await longTasksOf(page);
  return {
    'p50 frame ms': rounded(quantile(framesMs, 0.5)),
    'p95 frame ms': rounded(quantile(framesMs, 0.95)),
    'max frame ms': rounded(Math.max(...framesMs)),
    'long tasks while scrolling': longTasks.scrolling,
    'jump to the end ms': rounded(performance.now() - begunMs, 0),
  };
}

/** In the page: 120 px a frame; gives how long each frame took. */
function scrollThrough(frames: number): Promise<number[]> {
  const world = globalThis as unknown as ProbedWindow;
  const grid = world.document.querySelector('[role="listbox"]')!;
  return new Promise((resolve) => {
    const took: number[] = [];
    let lastMs = world.performance.now();
    world.probe.isScrolling = true;
    const step = () => {
      const nowMs = world.performance.now();
      took.push(nowMs - lastMs);
      lastMs = nowMs;
      grid.scrollTop += 120;
      if (took.length < frames) world.requestAnimationFrame(step);
      else {
        world.probe.isScrolling = false;
        resolve(took.slice(1));
      }
    };
    world.requestAnimationFrame(step);
  });
}

type ProbedWindow = {
  readonly document: { querySelector(selector: string): { scrollTop: number } | null };
  readonly performance: { now(): number };
  requestAnimationFrame(callback: () => void): void;
  readonly probe: { isScrolling: boolean };
};
