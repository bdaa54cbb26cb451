import type { Page, Route } from 'playwright-core';

/** One movement of what was on the screen already, as Chromium scores it: the share of the screen, times how far. */
export type Shift = { readonly value: number; readonly moved: readonly string[] };

/** Runs in the page, as text, before anything of it. */
const WATCH = `(() => {
  window.shifts = [];
  const at = ({ y, height }) => Math.round(y) + '+' + Math.round(height);
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push({
        value,
        moved: sources.map(({ node, previousRect, currentRect }) => {
          const text = (node?.textContent ?? '').slice(0, 40);
          return (node?.nodeName ?? 'gone') + ' "' + text + '" from ' + at(previousRect) + ' to ' + at(currentRect);
        }),
      });
  }).observe({ type: 'layout-shift', buffered: true });
})()`;

/** Two frames: what was drawn before them is on the screen. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/**
 * What moves while a page loads whose replies from the API come one after the other, each once the page with the one before is on the screen: as on
 * the slowest of lines, so that on a fast one the replies are not all there before anything is.
 */
export async function shiftsWhileLoading(
  page: Page,
  url: string,
): Promise<{ readonly shifts: readonly Shift[]; readonly replies: number }> {
  let replies = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const letIn = async (route: Route) => {
    const response = await route.fetch();
    replies += 1;
    await page.evaluate(DRAWN);
    await route.fulfill({ response });
    await page.evaluate(DRAWN);
  };
  await page.addInitScript(WATCH);
  await page.route(/\/api\/(?!events\/stream|session$)/, (route) => (turn = turn.then(() => letIn(route))));
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  // A reply may have the page ask for more.
  for (let before: unknown; before !== turn;) {
    before = turn;
    await before;
    await page.evaluate(DRAWN);
  }
  return { shifts: await page.evaluate<readonly Shift[]>('window.shifts'), replies };
}
