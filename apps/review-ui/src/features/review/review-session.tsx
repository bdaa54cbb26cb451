import { notifications } from '@mantine/notifications';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { announce } from '../../lib/announce.ts';
import { imageUrl } from '../../lib/api.ts';
import { useCommands } from '../../lib/commands.ts';
import { useStore } from '../../lib/store.ts';
import { problemsOf } from '../../lib/problem.ts';
import { ActionBar } from './action-bar.tsx';
import { approve, decisions, reject, sendAllHeld, takeBack, undoLast } from './decisions.ts';
import { edits, editsOf, isDirty, fieldNames, save } from './edits.ts';
import { Filmstrip } from './filmstrip.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import type { FieldRefs } from './photo-fields.tsx';
import { createPreloader } from './preloader.ts';
import { cachedReview, reviewQuery, type Override } from './queries.ts';
import { RejectDialog } from './reject-dialog.tsx';
import type { SessionItem } from './session.ts';
import { SidePanel } from './side-panel.tsx';
import { Stage, type StageControls } from './stage.tsx';
import { Summary } from './summary.tsx';
import { markOf, tallyOf } from './tally.ts';
import classes from './review.module.css';

/** Ahead of the way one goes, and behind it. */
const AHEAD = 3;
const BEHIND = 1;

type Props = {
  readonly session: { readonly items: readonly SessionItem[]; readonly position: number; readonly startedAt: number };
  /** The photo to begin with, where a link named one. */
  readonly wantedId: number | null;
  readonly picker: ReactNode;
  readonly onBegin: () => void;
  readonly onPosition: (position: number) => void;
};

export function ReviewSession({ session, wantedId, picker, onBegin, onPosition }: Props) {
  const { items, startedAt } = session;
  const client = useQueryClient();
  const [preloader] = useState(createPreloader);
  const [position, setPosition] = useState(() => firstPosition(items, wantedId, session.position));
  const [isAdvancing, setAdvancing] = useState(true);
  const [isRejecting, setRejecting] = useState(false);
  const [blocking, setBlocking] = useState<readonly Finding[]>([]);
  const stage = useRef<StageControls>(null);
  const root = useRef<HTMLDivElement>(null);
  const refs: FieldRefs = { caption: useRef(null), altText: useRef(null), keywords: useRef(null) };
  const decided = useStore(decisions);
  const marks = useMemo(() => items.map((item) => markOf(item, decided)), [items, decided]);
  const tally = useMemo(() => tallyOf(marks), [marks]);
  const current = items[position];
  const shownId = useRef(current?.photoId);
  shownId.current = current?.photoId;

  useEffect(() => {
    onPosition(position);
    const window = [current, ...near(items, position)].filter((item) => item !== undefined);
    preloader.keep(
      window.flatMap(({ photoId, preview, thumb }, index) => [
        ...(preview === null ? [] : [imageUrl(photoId, preview.sha256)]),
        ...(index > 0 || thumb === null ? [] : [imageUrl(photoId, thumb.sha256)]),
      ]),
    );
    for (const { photoId, isGone } of window) if (!isGone) void client.prefetchQuery(reviewQuery(photoId));
  }, [client, preloader, items, position, current, onPosition]);
  useEffect(() => {
    const leave = () => sendAllHeld(client);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [client]);

  function go(to: number): void {
    const next = Math.max(0, Math.min(items.length, to));
    if (current !== undefined) void save(client, current.photoId);
    setPosition(next);
    const item = items[next];
    announce(
      item === undefined
        ? `End of the list. ${tally.approved} approved, ${tally.rejected} rejected, ${tally.pending} undecided`
        : `Photo ${next + 1} of ${items.length}, ${item.fileName}, ${marks[next]}`,
    );
  }
  function goToPending(from: number, step: 1 | -1): void {
    const order = items.map((_, index) => (from + step * (index + 1) + items.length * 2) % items.length);
    const found = order.find((index) => marks[index] === 'pending');
    if (found === undefined) announce('Nothing is undecided');
    else go(found);
  }
  function advance(): void {
    if (isAdvancing) go(position + 1);
  }

  async function approveCurrent(): Promise<void> {
    if (current === undefined || current.isGone) return;
    const { photoId } = current;
    const before = await client.ensureQueryData(reviewQuery(photoId));
    if (shownId.current !== photoId) return;
    const typed = editsOf(edits.get(), photoId);
    // What blocks is told of the text that is there now.
    if (fieldNames.some((field) => isDirty(typed, before, field)) && !(await save(client, photoId))) return;
    const view = cachedReview(client, photoId) ?? before;
    if (view.blockers.length > 0) {
      announce(`Not approved: ${view.blockers.join(', ')}`);
      notifications.show({ title: 'Not approved', message: view.blockers.join('; '), color: 'neutral' });
      return (view.published.caption === '' ? refs.caption : refs.altText).current?.focus();
    }
    const standing = standingAgainst(view.judgement.findings, view.overrides);
    if (standing.length > 0) return setBlocking(standing);
    approveWith([]);
  }
  function approveWith(overrides: readonly Override[]): void {
    if (current === undefined) return;
    setBlocking([]);
    root.current?.focus();
    void tell(approve(client, current.photoId, overrides));
    advance();
  }
  async function resetCurrent(): Promise<void> {
    if (current === undefined || current.isGone) return;
    if (!(await takeBack(client, current.photoId)))
      announce('A rejection that was sent cannot be taken back: its name and files were given back');
  }
  async function undo(): Promise<void> {
    const undone = await undoLast(client);
    if (undone === undefined) return announce('There is nothing to undo');
    const at = items.findIndex(({ photoId }) => photoId === undone.act.photoId);
    if (at >= 0) setPosition(at);
    const what = { approval: 'approval', rejection: 'rejection', 'taking-back': 'reset', edit: 'edit' }[
      undone.act.kind
    ];
    const message = undone.isUndone
      ? `Undone: ${what} of photo ${at + 1}`
      : `The ${what} could not be undone: what it gave back is gone`;
    announce(message);
    notifications.show({ message, color: 'neutral' });
  }
  function tell(work: Promise<unknown>): Promise<void> {
    return work.then(
      () => {},
      (error: unknown) =>
        void notifications.show({ title: 'That did not work', message: problemsOf(error).join('; ') }),
    );
  }
  const focusOn = (field: keyof FieldRefs) => () => refs[field].current?.focus();
  const toStage = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    root.current?.focus();
  };

  useCommands('Review', [
    { keys: ['a', 'p'], title: 'Approve', run: () => void tell(approveCurrent()) },
    { keys: ['x'], title: 'Reject, with a reason', run: () => current?.isGone === false && setRejecting(true) },
    { keys: ['u'], title: 'Back to undecided', run: () => void tell(resetCurrent()) },
    { keys: ['ctrl+z', 'backspace'], title: 'Undo the last decision or edit', run: () => void tell(undo()) },
    { keys: ['arrowright'], title: 'Next photo', run: () => go(position + 1) },
    { keys: ['arrowleft'], title: 'Photo before', run: () => go(position - 1) },
    { keys: ['n'], title: 'Next undecided', run: () => goToPending(position, 1) },
    { keys: ['shift+n'], title: 'Undecided before', run: () => goToPending(position, -1) },
    { keys: ['home'], title: 'First photo', run: () => go(0) },
    { keys: ['end'], title: 'Last photo', run: () => go(items.length - 1) },
    { keys: ['z'], title: 'Fit, or one pixel on one pixel', run: () => stage.current?.toggleZoom() },
    { keys: ['shift+arrowright'], title: 'Move the view right', run: () => stage.current?.pan(1, 0) },
    { keys: ['shift+arrowleft'], title: 'Move the view left', run: () => stage.current?.pan(-1, 0) },
    { keys: ['shift+arrowdown'], title: 'Move the view down', run: () => stage.current?.pan(0, 1) },
    { keys: ['shift+arrowup'], title: 'Move the view up', run: () => stage.current?.pan(0, -1) },
    { keys: ['e', 'enter'], title: 'Edit the caption', run: focusOn('caption') },
    { keys: ['t'], title: 'Edit the alt text', run: focusOn('altText') },
    { keys: ['k'], title: 'Add keywords', run: focusOn('keywords') },
    { keys: ['escape'], title: 'From a field back to the photo', run: toStage, inFields: true },
    { keys: ['ctrl+enter'], title: 'Save and approve', run: () => void tell(approveCurrent()), inFields: true },
  ]);

  const preview = current?.preview ?? null;
  return (
    <div className={classes.review} ref={root} tabIndex={-1}>
      <header className={classes.title}>
        <h1>Review</h1>
        {picker}
        <strong className={classes.counter} data-testid="counter">
          {current === undefined ? `End of ${items.length}` : `Photo ${position + 1} of ${items.length}`}
        </strong>
        <span className={classes.tally} data-testid="tally">
          approved {tally.approved} · rejected {tally.rejected} · undecided {tally.pending}
        </span>
      </header>
      {current === undefined ? (
        <Summary tally={tally} startedAt={startedAt} onFirstPending={() => goToPending(-1, 1)} onBegin={onBegin} />
      ) : (
        <div className={classes.body}>
          <Stage
            preloader={preloader}
            url={preview === null ? null : imageUrl(current.photoId, preview.sha256)}
            thumbUrl={current.thumb === null ? null : imageUrl(current.photoId, current.thumb.sha256)}
            alt={cachedReview(client, current.photoId)?.published.altText || current.fileName}
            widthPx={preview?.widthPx ?? 1}
            heightPx={preview?.heightPx ?? 1}
            controls={stage}
          />
          <SidePanel item={current} mark={marks[position]!} decision={decided.get(current.photoId)} refs={refs} />
        </div>
      )}
      <Filmstrip items={items} marks={marks} position={position} onChoose={go} />
      <ActionBar
        isGone={current === undefined || current.isGone}
        isAdvancing={isAdvancing}
        onAdvancing={setAdvancing}
        onApprove={() => void tell(approveCurrent())}
        onReject={() => setRejecting(true)}
        onReset={() => void tell(resetCurrent())}
        onUndo={() => void tell(undo())}
        onBegin={onBegin}
      />
      <RejectDialog
        opened={isRejecting}
        close={() => setRejecting(false)}
        onReject={(reason) => {
          if (current === undefined) return;
          reject(client, current.photoId, reason);
          advance();
        }}
      />
      <OverrideDialog
        findings={blocking}
        close={() => {
          const [first] = blocking;
          setBlocking([]);
          if (first !== undefined) refs[first.field].current?.focus();
        }}
        onOverride={approveWith}
      />
    </div>
  );
}

function firstPosition(items: readonly SessionItem[], wantedId: number | null, before: number): number {
  const wanted = wantedId === null ? -1 : items.findIndex(({ photoId }) => photoId === wantedId);
  return wanted >= 0 ? wanted : Math.min(before, items.length);
}

function near(items: readonly SessionItem[], position: number): readonly (SessionItem | undefined)[] {
  const ahead = Array.from({ length: AHEAD }, (_, index) => items[position + index + 1]);
  const behind = Array.from({ length: BEHIND }, (_, index) => items[position - index - 1]);
  return [...ahead, ...behind];
}
