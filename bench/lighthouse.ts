import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillPages, pageNames, signIn } from '../tests/browser/filled-pages.ts';
import { lighthouseReport, type PageReport } from '../tests/browser/lighthouse.ts';
import { startSharedBrowser } from '../tests/support/browser.ts';
import { printTable, quantile, rounded, writeJson, type Row } from './report.ts';
import { startProofline } from './started-system.ts';

/**
 * What Lighthouse says of each page with something on it, as a desktop loads it, offline: the median of some runs. Exits with 1 where a page is less
 * than it has to be. On a machine that does something else as well the figures of performance say nothing.
 */
const { values: flags } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, json: { type: 'string' } },
});
const LEAST = { accessibility: 100, 'best-practices': 95, performance: 95 } as const;

const folder = mkdtempSync(join(tmpdir(), 'proofline-lighthouse-'));
const photoFolder = join(folder, 'photos');
const rows: Row[] = [];
const wrong: string[] = [];
const system = await startProofline(folder, { PROOFLINE_PHOTO_FOLDERS: photoFolder, PROOFLINE_LOG_LEVEL: 'warn' });
try {
  await fillPages(system.client, photoFolder);
  const { context, port } = await startSharedBrowser(join(folder, 'profile'));
  try {
    await signIn(context, system.client, system.url);
    for (const name of pageNames) {
      const reports: PageReport[] = [];
      for (let run = 0; run < Number(flags.runs); run += 1)
        reports.push(await lighthouseReport(`${system.url}/${name}`, port));
      rows.push(rowOf(name, reports));
      wrong.push(...wrongIn(name, reports));
      writeJson(flags.json, { bench: 'lighthouse', runs: flags.runs, rows, wrong });
    }
  } finally {
    await context.close();
  }
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}
printTable(`Lighthouse, desktop, median of ${flags.runs} runs`, rows);
for (const fault of wrong) console.error(`not as it has to be: ${fault}`);
if (wrong.length > 0) process.exitCode = 1;

function rowOf(page: string, reports: readonly PageReport[]): Row {
  const median = (figure: (report: PageReport) => number) => quantile(reports.map(figure), 0.5);
  return {
    page,
    accessibility: median(({ scores }) => scores.accessibility),
    'best practices': median(({ scores }) => scores['best-practices']),
    performance: median(({ scores }) => scores.performance),
    'largest paint ms': rounded(
      median(({ largestPaintMs }) => largestPaintMs),
      0,
    ),
    'blocked ms': rounded(
      median(({ blockedMs }) => blockedMs),
      0,
    ),
    'layout shift': rounded(
      median(({ layoutShift }) => layoutShift),
      4,
    ),
  };
}

function wrongIn(page: string, reports: readonly PageReport[]): readonly string[] {
  const short = (Object.keys(LEAST) as (keyof typeof LEAST)[]).flatMap((category) => {
    const score = quantile(
      reports.map(({ scores }) => scores[category]),
      0.5,
    );
    return score < LEAST[category] ? [`${page}: ${category} is ${score}, and must be ${LEAST[category]}`] : [];
  });
  const findings = new Set(reports.flatMap((report) => report.findings));
  return short.length === 0 ? [] : [...short, ...[...findings].map((finding) => `${page}: ${finding}`)];
}
