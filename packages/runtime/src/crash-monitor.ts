import type { CrashReports } from '@proofline/domain/crash-report.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';

/**
 * Leaves a crash report when an error that nobody caught ends this process. The end itself stays as it is: what goes on after such an error cannot
 * be trusted, and the next start takes up everything. Returns what takes the monitor off again.
 */
export function monitorCrashes(reports: CrashReports, underWay: () => readonly Job[]): () => void {
  const report = (error: unknown, origin: NodeJS.UncaughtExceptionOrigin) => {
    const jobs = underWay();
    const only = jobs.length === 1 ? jobs[0] : undefined;
    reports.file({
      kind: origin === 'unhandledRejection' ? 'unhandled-rejection' : 'uncaught-exception',
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      stack: error instanceof Error ? (error.stack ?? null) : null,
      // With several under way nobody knows which it was.
      stage: only?.stage ?? null,
      photoId: only?.subject.kind === 'photo' ? only.subject.id : null,
      detail: { underWay: jobs },
    });
  };
  process.on('uncaughtExceptionMonitor', report);
  return () => process.off('uncaughtExceptionMonitor', report);
}
