import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';

const judged = ['accessibility', 'best-practices'] as const;
type Category = (typeof judged)[number] | 'performance';

/** What Lighthouse says of one page, as a desktop loads it. */
export type PageReport = {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What costs points in accessibility or best practices, one line each. */
  readonly findings: readonly string[];
  /** As on a line of 10 Mbit/s. */
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
  /** Addresses that were asked for while it loaded. */
  readonly asked: readonly string[];
};

/** Long enough for a slow, shared machine. */
const PATIENCE_MS = 120_000;

/** Loads a page with the browser that listens at the port, as whoever is signed in there, and judges it. */
export async function lighthouseReport(url: string, port: number): Promise<PageReport> {
  const run = await lighthouse(
    url,
    {
      port,
      logLevel: 'error',
      onlyCategories: [...judged, 'performance'],
      disableStorageReset: true,
      maxWaitForFcp: PATIENCE_MS,
      maxWaitForLoad: PATIENCE_MS,
    },
    desktop,
  );
  if (run === undefined) throw new Error(`Lighthouse says nothing of ${url}`);
  const { categories, audits, runtimeError } = run.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse could not judge ${url}: ${runtimeError.message}`);
  const scoreOf = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const costly = judged.flatMap((category) => categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? []);
  return {
    scores: {
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      performance: scoreOf('performance'),
    },
    findings: costly.flatMap(({ id }) => {
      const { score, title, details } = audits[id]!;
      return score === null || score === 1 ? [] : [`${id}: ${title}, ${JSON.stringify(itemsOf(details))}`];
    }),
    largestPaintMs: figure('largest-contentful-paint'),
    blockedMs: figure('total-blocking-time'),
    layoutShift: figure('cumulative-layout-shift'),
    asked: itemsOf(audits['network-requests']?.details).flatMap(({ url: asked }) => asked ?? []),
  };
}

/** Lines of an audit's table; not every audit has one. */
function itemsOf(details: unknown): readonly { readonly url?: string }[] {
  return (details as { readonly items?: readonly { readonly url?: string }[] } | undefined)?.items ?? [];
}
