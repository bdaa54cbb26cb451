import { notifications } from '@mantine/notifications';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { repaired } from '@proofline/domain/text-gate/finding.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '../../lib/announce.ts';
import { problemsOf } from '../../lib/problem.ts';
import { count } from '../../lib/words.ts';
import { approve, redoLast, reject, takeBack, undoLast, type Undone } from './decisions.ts';
import { editAtOnce, edits, editsOf, fieldNames, isDirty, save, write, type FieldName } from './edits.ts';
import { candidatesOf, take } from './candidates.ts';
import { cachedReview, redraftsQuery, reviewQuery, type Override } from './queries.ts';
import { toggleSecondLook } from './second-look.ts';
import type { SessionItem } from './session.ts';
import { rememberTogether, type Act } from './undo.ts';

/** More photos than this at once are asked about first. */
const MANY = 20;

/** What waits for a person's word before it is done. */
export type Question =
  | { readonly kind: 'reason'; readonly photoIds: readonly number[] }
  | { readonly kind: 'overrides'; readonly photoId: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'many'; readonly photoIds: readonly number[] };

type Given = {
  readonly items: readonly SessionItem[];
  readonly current: SessionItem | undefined;
  /** What an act is for: the selection, or the photo that is looked at. */
  readonly targets: readonly SessionItem[];
  /** Called when one photo was decided. */
  readonly onDecided: () => void;
  /** Called with the place of the photo that an undo or redo was about. */
  readonly onShow: (position: number) => void;
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
    const done: Act[] = [];
    const left: string[] = [];
    for (const photoId of ids) {
      const view = await client.ensureQueryData(reviewQuery(photoId));
      const blocks = standingAgainst(view.judgement.findings, view.overrides).length + view.blockers.length > 0;
      if (!blocks && (await approve(client, photoId, [], false))) done.push({ kind: 'approval', photoId });
      else left.push(view.published.fileName);
    }
    rememberTogether(done);
    say(`Approved ${count(done.length, 'photo')}`, left.length === 0 ? [] : [`Left as they are: ${left.join(', ')}`]);
  }

  function rejectAll(ids: readonly number[], reason: string): void {
    rememberTogether(ids.map((photoId) => reject(client, photoId, reason, false)));
    if (ids.length === 1) onDecided();
    else say(`Rejected ${count(ids.length, 'photo')}`);
  }

  async function resetAll(ids: readonly number[]): Promise<void> {
    let left = 0;
    for (const photoId of ids) if (!(await takeBack(client, photoId))) left += 1;
    if (left > 0) say('A rejection that was sent cannot be taken back: its name and files were given back');
  }

  function told(undone: Undone | undefined, verb: 'Undone' | 'Done again'): void {
    if (undone === undefined) return announce(verb === 'Undone' ? 'There is nothing to undo' : 'Nothing was undone');
    const at = items.findIndex(({ photoId }) => photoId === undone.act.photoId);
    if (at >= 0) onShow(at);
    const what = nameOf(undone.act);
    say(undone.isDone ? `${verb}: ${what}, photo ${at + 1}` : `The ${what} stays: what it gave back is gone`);
  }

  const undo = async () => told(await undoLast(client), 'Undone');
  const redo = async () => told(await redoLast(client), 'Done again');

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

function nameOf(act: Act): string {
  const names = { approval: 'approval', rejection: 'rejection', 'taking-back': 'reset', edit: 'edit' } as const;
  if (act.kind !== 'several') return names[act.kind];
  const [first] = act.acts;
  return count(act.acts.length, first === undefined ? 'act' : nameOf(first));
}

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
