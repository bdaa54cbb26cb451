import { notifications } from '@mantine/notifications';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { repaired } from '@proofline/domain/text-gate/finding.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '../../lib/announce.ts';
import { problemsOf } from '../../lib/problem.ts';
import { count } from '../../lib/words.ts';
import { approve, approveTogether, takeBack, takeBackTogether } from './decisions.ts';
import { editAtOnce, edits, editsOf, fieldNames, isDirty, save, write, type FieldName } from './edits.ts';
import { candidatesOf, take } from './candidates.ts';
import { cachedReview, redraftsQuery, reviewQuery, type Override } from './queries.ts';
import { toggleSecondLook } from './second-look.ts';
import type { SessionItem } from './session.ts';
import { hold, release } from './rejections.ts';
import { redoLast, rememberAgain, undoLast, type Step } from './undo.ts';

/** More photos than this at once are asked about first. */
const MANY = 20;

/** What waits for a person's word before it is done. */
export type Question =
  | { readonly kind: 'reason'; readonly photoIds: readonly number[] }
  | { readonly kind: 'overrides'; readonly photoId: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'many'; readonly photoIds: readonly number[] }
  | { readonly kind: 'edits'; readonly targets: readonly number[]; readonly all: readonly number[] };

type Given = {
  readonly items: readonly SessionItem[];
  readonly current: SessionItem | undefined;
  /** What an act is for: the selection, or the photo that is looked at. */
  readonly targets: readonly SessionItem[];
  /** Called when one photo was decided. */
  readonly onDecided: () => void;
  /** Called with the place of the photo that an undo or redo was about, and the text of it where it was one that the person was in. */
  readonly onShow: (position: number, field: FieldName | undefined) => void;
  readonly onField: (field: FieldName) => void;
};

/** What a person can do to photos of the session. What goes wrong is told; nothing throws. */
export function useActs({ items, current, targets, onDecided, onShow, onField }: Given) {
  const client = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const shownId = useRef(current?.photoId);
  shownId.current = current?.photoId;
  const photoIds = targets.filter(({ isGone }) => !isGone).map(({ photoId }) => photoId);

  async function approveOne(photoId: number): Promise<void> {
    const before = await client.ensureQueryData(reviewQuery(photoId));
    if (shownId.current !== photoId) return;
    const typed = editsOf(edits.get(), photoId);
    // What blocks is told of the text that is there now.
    if (fieldNames.some((field) => isDirty(typed, before, field)) && !(await save(client, photoId))) return;
    const view = cachedReview(client, photoId) ?? before;
    if (view.blockers.length > 0) {
      say(`Not approved: ${view.blockers.join(', ')}`);
      return onField(
        view.published.caption === '' ? 'caption' : view.published.altText === '' ? 'altText' : 'keywords',
      );
    }
    const findings = standingAgainst(view.judgement.findings, view.overrides);
    if (findings.length > 0) return setQuestion({ kind: 'overrides', photoId, findings });
    void tell(approve(client, photoId));
    onDecided();
  }

  async function approveAll(ids: readonly number[]): Promise<void> {
    const { done, left, actIds } = await approveTogether(client, ids);
    for (const actId of actIds) rememberAgain(actId, () => approveAll(ids));
    say(`Approved ${count(done, 'photo')}`, left.length === 0 ? [] : [`Left as they are: ${left.join(', ')}`]);
  }

  function rejectAll(ids: readonly number[], reason: string): void {
    if (ids.length === 0) return;
    hold(client, ids, reason);
    if (ids.length === 1) onDecided();
    else say(`Rejected ${count(ids.length, 'photo')}`);
  }

  async function resetAll(ids: readonly number[]): Promise<void> {
    const [only, ...others] = ids.filter((photoId) => !release(photoId));
    if (only === undefined) return;
    if (others.length === 0) {
      if (!(await takeBack(client, only)))
        say('A rejection that was sent is undone by Ctrl + Z alone: the photo is made anew');
      return;
    }
    const { left, actIds } = await takeBackTogether(client, [only, ...others]);
    for (const actId of actIds) rememberAgain(actId, () => takeBackTogether(client, [only, ...others]));
    if (left.length > 0) say(`Left as they are: ${left.join(', ')}`);
  }

  function told(step: Step | undefined, verb: 'Undone' | 'Done again'): void {
    if (step === undefined) return announce(verb === 'Undone' ? 'There is nothing to undo' : 'Nothing was undone');
    const at = items.findIndex(({ photoId }) => photoId === step.photoId);
    if (at >= 0) onShow(at, step.field);
    const where = step.photos > 1 ? '' : at >= 0 ? `, photo ${at + 1}` : `, photo ${step.photoId} of another list`;
    if (step.isDone) say(`${verb}: ${nameOf(step)}${where}`, step.notes);
    else say(`Not ${verb.toLowerCase()}: ${nameOf(step)}${where}`, step.notes);
  }

  const undo = async () => told(await undoLast(client), 'Undone');
  const redo = async () => told(await redoLast(), 'Done again');

  async function repairFirst(): Promise<void> {
    if (current === undefined) return;
    const view = cachedReview(client, current.photoId);
    const finding = view?.judgement.findings.find(({ repair }) => repair !== undefined);
    if (view === undefined || finding === undefined) return announce('Nothing here can be mended by itself');
    const typed = editsOf(edits.get(), current.photoId).drafts;
    const mended = repaired({ ...view.published, ...typed }, finding);
    write(client, current.photoId, finding.field, mended[finding.field]);
    await save(client, current.photoId);
  }

  async function takeCandidate(number: number, field: FieldName): Promise<void> {
    if (current === undefined || current.isGone) return;
    const { photoId } = current;
    const view = await client.ensureQueryData(reviewQuery(photoId));
    const redrafts = await client.ensureQueryData(redraftsQuery(photoId));
    const present = editsOf(edits.get(), photoId).drafts[field] ?? view.published[field];
    const candidate = candidatesOf(view, redrafts, field, present)[number - 1];
    if (candidate === undefined) announce('There is no such draft');
    else await take(client, photoId, candidate);
  }

  return {
    question,
    answer: () => setQuestion(null),
    approve() {
      const [only] = photoIds;
      if (only === undefined) return;
      if (photoIds.length > MANY) setQuestion({ kind: 'many', photoIds });
      else void tell(photoIds.length === 1 ? approveOne(only) : approveAll(photoIds));
    },
    /** `positions`: undecided frames of one group. What is blocked or incomplete is left and named; one undo takes all back. */
    approveTogether(positions: readonly number[]) {
      const frames = positions.flatMap((position) => items[position] ?? []).map(({ photoId }) => photoId);
      if (frames.length === 0) return announce('Nothing of this burst is undecided');
      if (frames.length > MANY) setQuestion({ kind: 'many', photoIds: frames });
      else void tell(approveAll(frames));
    },
    approveMany: (ids: readonly number[]) => void tell(approveAll(ids)),
    approveWith(photoId: number, overrides: readonly Override[]) {
      void tell(approve(client, photoId, overrides));
      onDecided();
    },
    askToReject: () => photoIds.length > 0 && setQuestion({ kind: 'reason', photoIds }),
    rejectAll,
    reset: () => void tell(resetAll(photoIds)),
    /** `positions`: the frames of the group; the photo that is looked at stays. */
    rejectOthers(positions: readonly number[]) {
      const others = positions.flatMap((position) => items[position] ?? []).filter((item) => item !== current);
      rejectAll(
        others.filter(({ isGone }) => !isGone).map(({ photoId }) => photoId),
        'Another frame is better',
      );
    },
    askToEditMany() {
      const all = items.filter(({ isGone }) => !isGone).map(({ photoId }) => photoId);
      if (all.length === 0) return announce('There is nothing to edit');
      // What is being typed is part of what is edited.
      if (current !== undefined) void save(client, current.photoId);
      setQuestion({ kind: 'edits', targets: photoIds, all });
    },
    undo: () => void tell(undo()),
    redo: () => void tell(redo()),
    repairFirst: () => void tell(repairFirst()),
    rate(qualityRating: number | null) {
      if (current?.isGone === false) void tell(editAtOnce(client, current.photoId, { qualityRating }));
    },
    takeCandidate: (number: number, field: FieldName) => void tell(takeCandidate(number, field)),
    markForSecondLook() {
      if (current === undefined) return;
      announce(toggleSecondLook(current.photoId) ? 'Marked for a second look' : 'No longer marked for a second look');
    },
  };
}

export type Acts = ReturnType<typeof useActs>;

const names = {
  approval: 'approval',
  'taking-back': 'reset',
  rejection: 'rejection',
  edit: 'edit',
  reversion: 'edit',
  'bulk-edit': 'edit',
  'bulk-approval': 'approval',
} as const satisfies Record<Step['kind'], string>;

const nameOf = ({ kind, photos }: Step) => (photos === 1 ? names[kind] : `${names[kind]} of ${photos} photos`);

function say(title: string, lines: readonly string[] = []): void {
  announce([title, ...lines].join('. '));
  notifications.show({ title, message: lines.join('; '), color: 'neutral' });
}

function tell(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => {},
    (error: unknown) => say('That did not work', problemsOf(error)),
  );
}
