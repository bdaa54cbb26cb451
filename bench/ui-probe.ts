import type { Page } from 'playwright-core';

export type Probed = {
  /** From each press of → to the frame after the whole picture was put in place. */
  readonly picturesMs: readonly number[];
  /** From each press of S to the frame after the mark of the photo changed. */
  readonly marksMs: readonly number[];
};

/**
 * Runs in the page, as text: nothing of it is compiled with what is measured. A picture counts when it is another element than before the key, no
 * thumbnail, and decoded; its frame is over when the one after it begins.
 */
const PROBE = `(() => {
  const probe = { picturesMs: [], marksMs: [], scrolling: 0, isScrolling: false };
  window.probe = probe;
  const shown = () => document.querySelector('.react-transform-component img');
  const whole = (image) => image !== null && image.complete && image.naturalWidth > 1000;
  const mark = () => document.querySelectorAll('[role="option"][data-selected="true"]').length;
  const after = (startMs, isDone, into) => {
    const look = () => {
      if (!isDone()) return requestAnimationFrame(look);
      requestAnimationFrame(() => into.push(performance.now() - startMs));
    };
    requestAnimationFrame(look);
  };
  window.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') {
      const before = shown();
      after(event.timeStamp, () => shown() !== before && whole(shown()), probe.picturesMs);
    }
    if (event.key === 's') {
      const before = mark();
      after(event.timeStamp, () => mark() !== before, probe.marksMs);
    }
  }, { capture: true });
  new PerformanceObserver((list) => {
    if (probe.isScrolling) probe.scrolling += list.getEntries().length;
  }).observe({ type: 'longtask' });
})()`;

export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(PROBE);
}

/** What was measured since the last call. */
export const resultsOf = (page: Page): Promise<Probed> =>
  page.evaluate(
    `(() => { const { picturesMs, marksMs } = probe; probe.picturesMs = []; probe.marksMs = []; return { picturesMs, marksMs }; })()`,
  );

/** Tasks of more than 50 ms while the grid was scrolled. */
export const longTasksOf = (page: Page): Promise<{ readonly scrolling: number }> =>
  page.evaluate('({ scrolling: probe.scrolling })');
