import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import {
  crashKinds,
  type Crash,
  type CrashReport,
  type CrashReportItem,
  type CrashReports,
} from '@proofline/domain/crash-report.ts';
import { stageNames } from '@proofline/domain/stage.ts';
import { z } from 'zod';
import { secretScrubber } from './secret-scrubber.ts';

export type CrashReportsOptions = {
  /** Absolute; made with the first report. */
  readonly folder: string;
  /** Of the program and of the libraries that may be at fault. */
  readonly versions: Readonly<Record<string, string>>;
  /** Texts that never reach a report. */
  readonly secrets: readonly string[];
  readonly now?: () => Date;
};

/** More than anybody reads; a photo that kills a process a second does not fill the disk. */
const KEPT = 100;

/** Only what a list shows is read back. */
const item = z.object({
  at: z.string(),
  kind: z.enum(crashKinds),
  reason: z.string(),
  stage: z.enum(stageNames).nullable(),
  photoId: z.int().nullable(),
});

/** One JSON file for each crash, written before anything else can go wrong: everything here is synchronous. */
export function openCrashReports({
  folder,
  versions,
  secrets,
  now = () => new Date(),
}: CrashReportsOptions): CrashReports {
  const scrub = secretScrubber(secrets);
  let filed = 0;

  function write(crash: Crash): void {
    mkdirSync(folder, { recursive: true });
    const at = now().toISOString();
    const report: CrashReport = { ...crash, at, ...presentProcess(), versions: { node: process.version, ...versions } };
    filed += 1;
    // Sorted by name they are sorted by time.
    const name = `${at.replaceAll(':', '-')}-${String(filed).padStart(4, '0')}-${process.pid}-${crash.kind}.json`;
    writeFileSync(join(folder, name), `${scrub(JSON.stringify(report, null, 2))}\n`, { mode: 0o600 });
    for (const old of names().slice(KEPT)) rmSync(join(folder, old), { force: true });
  }

  /** Newest first. */
  function names(): readonly string[] {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .toReversed();
  }

  return {
    file(crash) {
      try {
        write(crash);
      } catch (error) {
        process.stderr.write(
          `a crash report could not be written (${(error as Error).message}): ${scrub(crash.reason)}\n`,
        );
      }
    },
    list(limit) {
      try {
        const all = names();
        return { count: all.length, newest: all.slice(0, limit).map((name) => readItem(join(folder, name))) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { count: 0, newest: [] };
        throw error;
      }
    },
  };
}

function presentProcess(): Pick<CrashReport, 'process' | 'memory'> {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    process: { pid: process.pid, uptimeSeconds: Math.round(process.uptime()) },
    memory: {
      residentBytes: rss,
      heapUsedBytes: heapUsed,
      systemFreeBytes: freemem(),
      systemTotalBytes: totalmem(),
    },
  };
}

/** A report that was cut off while it was written is still a report. */
function readItem(path: string): CrashReportItem {
  const parsed = item.safeParse(readJson(path));
  if (parsed.success) return { ...parsed.data, path };
  return { at: '', kind: 'process-death', reason: 'this report was cut off', stage: null, photoId: null, path };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
