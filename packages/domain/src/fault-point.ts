import type { StageName } from './stage-name.ts';

/**
 * The steps between which a process may die or be stopped without anything being lost. The chaos suite kills the process at each of them; in
 * every other process reaching one does nothing.
 */
export const faultPoints = [
  // Start, under the lease.
  'work-recovered',
  'orphaned-attempts-removed',
  'engine-cleared',
  // Dispatcher.
  'outbox-read',
  'jobs-added',
  'outbox-forgotten',
  // Runner, for every stage.
  'run-claimed',
  'attempt-folder-made',
  'run-worked',
  'run-completed',
  'attempt-folder-removed',
  // Within the transaction that completes a stage of a whole set.
  'set-output-written',
  'set-photos-sent-on',
  // Publication.
  'publication-begun',
  'publication-checked',
  // With an archive.
  'archive-copy-written',
  'original-copied',
  'original-archived',
  'previous-site-kept',
  'publication-embedded',
  'site-folder-made',
  'temporary-file-written',
  'temporary-file-verified',
  'temporary-file-renamed',
  'web-file-sent',
  'thumbnail-sent',
  'approval-checked-again',
  // On a server, before its mirror on this machine has it.
  'site-row-written',
  'catalogue-row-written',
  'publication-verified',
  'publication-finished',
  'workspace-files-removed',
  // Withdrawal.
  'site-row-removed',
  'catalogue-row-removed',
  'thumbnail-removed',
  'web-file-removed',
  'withdrawal-recorded',
  // Roll-back, for every stage that is undone.
  'stage-undone',
  'photo-folder-removed',
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/** `stage`: whose run it is, or which stage was undone, where the point belongs to one. */
export type FaultHook = (point: FaultPoint, stage?: StageName) => void;

let faultHook: FaultHook | undefined;

/** For the chaos suite alone. */
export function setFaultHook(hook: FaultHook): void {
  faultHook = hook;
}

export function reachFaultPoint(point: FaultPoint, stage?: StageName): void {
  faultHook?.(point, stage);
}
