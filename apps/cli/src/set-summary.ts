import type { RefusedItem, SetOverview, StageProgress } from '@proofline/domain/overview.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import { blockedLine, remedyLine } from './blocked-stage.ts';
import { drafterOfSet } from './draft-summary.ts';
import { localTime } from './local-time.ts';
import { printable, type Terminal } from './terminal.ts';
import { proofline } from './command-name.ts';

/** Whether anything of the set moves by itself; what waits for a person does not. */
export function isUnderWay({ set, byState }: SetOverview): boolean {
  const goesOn = set.hold === null;
  const moving: readonly PhotoState[] = [
    'running',
    'rolling-back',
    ...(goesOn ? (['queued', 'waiting'] as const) : []),
  ];
  const setMoves = set.state === 'running' || set.state === 'rolling-back' || (goesOn && set.state === 'queued');
  return setMoves || moving.some((state) => (byState[state] ?? 0) > 0);
}

/** How one set stands, in lines for a person. */
export function setLines(overview: SetOverview, terminal: Terminal): readonly string[] {
  const { set, byState } = overview;
  const inReview = (byState['in-review'] ?? 0) - overview.approved;
  return [
    `${terminal.style('bold', `Set ${set.id}`)}  ${printable(set.subject)}, ${printable(set.location)}  (${printable(set.folderKey)}, run ${set.runId})  ${stateText(overview, terminal)}`,
    terminal.style(
      'dim',
      `  ${printable(set.sourceFolder)}, added by ${printable(set.requestedBy)} at ${localTime(set.createdAt)}`,
    ),
    terminal.style('dim', `  texts drafted by ${printable(drafterOfSet(set))}`),
    ...rollbackLines(overview, terminal),
    ...holdLines(overview, terminal),
    ...set.problems.map((problem) => `  ${terminal.style('red', 'refused')}  ${printable(problem)}`),
    ...(overview.photos > 0 ? [`  ${counts(overview)}`] : []),
    ...(isUnderWay(overview) || set.hold !== null ? unfinished(overview.stages) : []),
    ...overview.blockedBy.flatMap((block) => [
      `  ${terminal.style('red', 'blocked')}  ${blockedLine(block)}`,
      `           ${remedyLine(block)}`,
    ]),
    ...named('refused', 'yellow', overview.refused, terminal),
    ...named('given up', 'red', overview.discarded, terminal),
    ...named('still on the site', 'red', overview.stillOnSite, terminal),
    ...(inReview > 0
      ? [`  ${inReview} ${inReview === 1 ? 'waits' : 'wait'} for a person: ${proofline} review list --set ${set.id}`]
      : []),
    ...(overview.approved > 0 ? [`  ${overview.approved} approved, ready for: ${proofline} publish`] : []),
  ];
}

function holdLines({ set: { id, hold } }: SetOverview, terminal: Terminal): readonly string[] {
  if (hold === null) return [];
  const { at, by, reason } = hold;
  return [
    `  ${terminal.style('yellow', 'held')}  by ${printable(by)} since ${localTime(at)}: ${printable(reason)}; to go on: ${proofline} resume --set ${id}`,
  ];
}

function rollbackLines({ set, rollbackReason }: SetOverview, terminal: Terminal): readonly string[] {
  if (rollbackReason === null) return [];
  return [
    `  ${terminal.style('yellow', set.state.replaceAll('-', ' '))}  ${printable(rollbackReason)}`,
    ...(set.state === 'rolled-back'
      ? [
          '               its names are free and the originals are untouched; what was measured is kept for when you add the folder again',
        ]
      : []),
  ];
}

const stateWords: Readonly<Record<PhotoState, string>> = {
  queued: 'queued',
  running: 'running',
  waiting: 'waiting for the others',
  'in-review': 'in review',
  'rolling-back': 'rolling back',
  published: 'published',
  rejected: 'rejected',
  refused: 'refused',
  discarded: 'given up',
  'rolled-back': 'rolled back',
  withdrawn: 'withdrawn',
};

function counts({ photos, byState }: SetOverview): string {
  const parts = (Object.keys(stateWords) as PhotoState[])
    .filter((state) => (byState[state] ?? 0) > 0)
    .map((state) => `${byState[state]} ${stateWords[state]}`);
  return `${photos} ${photos === 1 ? 'photo' : 'photos'}: ${parts.join(', ')}`;
}

function unfinished(stages: readonly StageProgress[]): readonly string[] {
  return stages
    .filter(({ done, total }) => done < total)
    .map(({ stage, done, total }) => `  ${stage.padEnd(19)} ${done}/${total}`);
}

function named(
  word: string,
  colour: 'yellow' | 'red',
  items: readonly RefusedItem[],
  terminal: Terminal,
): readonly string[] {
  return items.map(
    ({ photoId, originalFileName, reason }) =>
      `  ${terminal.style(colour, word)}  photo ${photoId} ${printable(originalFileName)}: ${printable(reason)}`,
  );
}

function stateText(overview: SetOverview, terminal: Terminal): string {
  if (overview.set.state === 'refused' || overview.set.state === 'discarded')
    return terminal.style('red', overview.set.state);
  if (overview.set.hold !== null) return terminal.style('yellow', 'held');
  if (overview.blockedBy.length > 0) return terminal.style('red', 'blocked');
  if (isUnderWay(overview)) return terminal.style('cyan', 'under way');
  return overview.set.state === 'accepted' ? 'at rest' : overview.set.state.replaceAll('-', ' ');
}
