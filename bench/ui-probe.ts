import type { UnwatchedPage } from './unwatched-page.ts';

export type Probed = {
  /** From each press of → to the frame after the whole picture was put in place. */
  readonly picturesMs: readonly number[];
  /** From each press of → to the paint after it, as Chromium itself reports (Event Timing), in steps of 8 ms. */
  readonly paintsMs: readonly number[];
  /** From each press of S to the frame after the mark of the photo changed. */
  readonly marksMs: readonly number[];
};

/**
 * Runs in the page, as text: nothing of it is compiled with what is measured. A picture counts when it is another element than before the key, no
 * thumbnail, and decoded; its frame is over when the one after it begins.
 */
const PROBE = `(() => {
  const probe = { picturesMs: [], paintsMs: [], marksMs: [], scrolling: 0, isScrolling: false };
  window.probe = probe;
  const arrowsMs = new Set();
  const shown = () => document.querySelector('.react-transform-component img:not([data-waiting])');
  const whole = (image) => image !== null && image.complete && image.naturalWidth > 1000;
  const mark = () => document.querySelectorAll('[role="option"][data-selected="true"]').length;
  const after = (startMs, isDone, into) => {
    const look = () => {
      if (!isDone()) return requestAnimationFrame(look);
      requestAnimationFrame(() => probe[into].push(performance.now() - startMs));
    };
    requestAnimationFrame(look);
  };
  window.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') {
      arrowsMs.add(event.timeStamp);
      const before = shown();
      after(event.timeStamp, () => shown() !== before && whole(shown()), 'picturesMs');
    }
    if (event.key === 's') {
      const before = mark();
      after(event.timeStamp, () => mark() !== before, 'marksMs');
    }
  }, { capture: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown' && arrowsMs.has(startTime)) probe.paintsMs.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => {
    if (probe.isScrolling) probe.scrolling += list.getEntries().length;
  }).observe({ type: 'longtask' });
})()`;

export const installProbe = (page: UnwatchedPage): Promise<void> => page.evaluate(PROBE);

/** What was measured since the last call. */
export const resultsOf = (page: UnwatchedPage): Promise<Probed> =>
  page.evaluate(`(() => {
    const { picturesMs, paintsMs, marksMs } = probe;
    Object.assign(probe, { picturesMs: [], paintsMs: [], marksMs: [] });
    return { picturesMs, paintsMs, marksMs };
  })()`);

/** Tasks of more than 50 ms while the grid was scrolled. */
export const longTasksOf = (page: UnwatchedPage): Promise<{ readonly scrolling: number }> =>
  page.evaluate('({ scrolling: probe.scrolling })');
