import type { CrashReportList } from '@proofline/domain/crash-report.ts';
import type { StageSetting } from '@proofline/domain/stage-setting.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import { proofline } from './command-name.ts';
import { localTime } from './local-time.ts';
import { printable, type Terminal } from './terminal.ts';

/** Sets that are offered one by one; of more, the operator picks from the status. */
const SETS_OFFERED = 5;

/** What was interrupted and goes on by itself, and how to take it back instead. */
export function resumptionLines({ at, afterDeath, interruptedRuns, dueJobs, setIds }: Resumption): readonly string[] {
  const why = afterDeath ? 'The process before this one died' : 'The process before this one was stopped';
  const cut = interruptedRuns === 0 ? '' : `${counted(interruptedRuns, 'run')} cut off in the middle, `;
  return [
    `${why}: ${cut}${counted(dueJobs, 'job')} due; all of it goes on by itself since ${localTime(at)}`,
    ...setIds
      .slice(0, SETS_OFFERED)
      .map((id) => `  to take it back instead: ${proofline} rollback set ${id} --reason "interrupted"`),
  ];
}

/** Stages that a person paused, those with the same reason in one line. */
export function pausedLines(stages: readonly StageSetting[]): readonly string[] {
  const byPause = Map.groupBy(
    stages.filter(({ pause }) => pause !== null),
    ({ pause }) => `${pause!.by}: ${pause!.reason}`,
  );
  return [...byPause].map(([words, paused]) => {
    const which = paused.length === stages.length ? 'all stages' : paused.map(({ stage }) => stage).join(', ');
    return `paused by ${printable(words)} (${which}); to go on: ${proofline} resume`;
  });
}

/** How many crash reports there are and where the newest lies; nothing when there are none. */
export function crashReportLines({ count, newest }: CrashReportList, terminal: Terminal): readonly string[] {
  const [last] = newest;
  if (last === undefined) return [];
  const place = [
    ...(last.stage === null ? [] : [last.stage]),
    ...(last.photoId === null ? [] : [`photo ${last.photoId}`]),
  ];
  const where = place.length === 0 ? '' : ` at ${place.join(', ')}`;
  return [
    `${terminal.style('yellow', counted(count, 'crash report'))}, the newest of ${localTime(last.at)}: ${last.kind}${where}: ${printable(last.reason)}`,
    `  ${printable(last.path)}`,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
