import { useQueryClient } from '@tanstack/react-query';
import { createRef, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { announce } from '../../lib/announce.ts';
import { useStore } from '../../lib/store.ts';
import { ActionBar } from './action-bar.tsx';
import { Compare, MOST_PANES } from './compare.tsx';
import { decisions } from './decisions.ts';
import { save, type FieldName } from './edits.ts';
import { Filmstrip } from './filmstrip.tsx';
import { KeyHints } from './key-hints.tsx';
import type { FieldRefs } from './photo-fields.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { createPreloader } from './preloader.ts';
import { sendAllHeld } from './rejections.ts';
import { Questions } from './questions.tsx';
import { useReviewCommands, type Look } from './review-commands.ts';
import { useSelection } from './selection.ts';
import type { Place, SessionItem } from './session.ts';
import { SessionHead } from './session-head.tsx';
import { SidePanel } from './side-panel.tsx';
import { Summary } from './summary.tsx';
import { countedMark, markOf, tallyOf } from './tally.ts';
import { useActs } from './use-acts.ts';
import { useBehind } from './use-behind.ts';
import { usePasting } from './use-pasting.ts';
import { framesOf, usePlace, type Step } from './use-place.ts';
import { useWayToField } from './use-way-to-field.ts';
import { useWindow } from './use-window.ts';
import type { ZoomControls } from './zoom.ts';
import classes from './review.module.css';

type Props = {
  readonly session: Place & { readonly items: readonly SessionItem[] };
  /** The photo to begin with, where a link named one. */
  readonly wantedId: number | null;
  readonly picker: ReactNode;
  readonly activeMs: () => number;
  readonly onBegin: () => void;
  readonly onPosition: (position: number) => void;
};

/** One list of photos from its first to its summary, in three looks: one photo, all of them, some beside each other. */
export function ReviewSession({ session, wantedId, picker, activeMs, onBegin, onPosition }: Props) {
  const { items } = session;
  const client = useQueryClient();
  const [preloader] = useState(createPreloader);
  const [look, setLook] = useState<Look>('loupe');
  const [isAdvancing, setAdvancing] = useState(true);
  const [columns, setColumns] = useState(1);
  const [compared, setCompared] = useState<readonly number[]>([]);
  const zoom = useRef<ZoomControls>(null);
  const root = useRef<HTMLDivElement>(null);
  const [refs] = useState<FieldRefs>(() => ({ caption: createRef(), altText: createRef(), keywords: createRef() }));
  const decided = useStore(decisions);
  const marks = useMemo(() => items.map((item) => markOf(item, decided)), [items, decided]);
  const tally = useMemo(() => tallyOf(marks.map((mark, index) => countedMark(items[index]!, mark))), [items, marks]);
  const selection = useSelection(items);
  const first = useMemo(() => firstPosition(items, wantedId, session.position), []);
  const place = usePlace({ items, marks, first, onLeave: ({ photoId }) => void save(client, photoId) });
  const { position, go } = place;
  const current = items[position];
  // The photo comes at once; its text is drawn while somebody looks at it.
  const { shown: described, catchUp } = useBehind(current);
  const wayToField = useWayToField(refs, described?.photoId);
  const comparedItems = compared.flatMap((index) => items[index] ?? []);
  const targets = selection.ids.size > 0 ? items.filter(({ photoId }) => selection.ids.has(photoId)) : here(current);
  const acts = useActs({
    items,
    current,
    targets,
    onDecided: () => isAdvancing && selection.ids.size === 0 && look !== 'compare' && go(position + 1),
    onShow(at, field) {
      if (field !== undefined) wayToField.bringTo({ photoId: items[at]!.photoId, field });
      // Whoever is in a field because the step before was about it is at the photo again.
      else if (wayToField.isThere()) root.current?.focus();
      go(at);
    },
    onField: toField,
  });
  const pasting = usePasting(current, targets);

  useEffect(() => {
    const wanted = items.findIndex(({ photoId }) => photoId === wantedId);
    if (wanted >= 0) go(wanted);
    else if (wantedId !== null) announce('That photo is not in this list');
  }, [wantedId]);
  useEffect(() => onPosition(position), [position, onPosition]);
  useWindow({ client, preloader, items, place, compared: comparedItems, look });
  useEffect(() => {
    const leave = () => sendAllHeld(client);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [client]);

  function compare(what: 'selection' | 'burst'): void {
    const group = current?.group;
    const chosen = items.flatMap(({ photoId }, index) => (selection.ids.has(photoId) ? [index] : []));
    const burst = group == null ? [] : framesOf(items, group.groupId);
    const wanted = what === 'burst' ? burst : chosen.length > 1 ? chosen : [position, position + 1];
    const panes = wanted.filter((index) => index < items.length).slice(0, MOST_PANES);
    if (panes.length < 2) return;
    setCompared(panes);
    setLook('compare');
    if (!panes.includes(position)) go(panes[0]!);
  }
  function toField(field: FieldName): void {
    catchUp();
    refs[field].current?.focus();
  }
  function toStage(): void {
    if (!root.current?.contains(document.activeElement) || !isField(document.activeElement)) selection.clear();
    root.current?.focus();
  }
  useReviewCommands({
    look,
    setLook,
    place,
    last: items.length - 1,
    columns,
    acts,
    selection,
    zoom,
    compare,
    keepBest() {
      const group = current?.group;
      // Of brackets, stacks and panoramas every frame is needed: those have no rank.
      if (group?.rank != null) acts.rejectOthers(framesOf(items, group.groupId));
    },
    approveBurst() {
      const group = current?.group;
      if (group == null) return announce('This photo is in no burst');
      const frames = framesOf(items, group.groupId);
      acts.approveTogether(frames.filter((index) => marks[index] === 'pending'));
      if (isAdvancing && look !== 'compare') place.toPending(1, Math.max(...frames));
    },
    toPane(step: Step) {
      const at = compared.indexOf(position);
      go(compared[(at + step + compared.length) % compared.length] ?? position);
    },
    focusOn: toField,
    isBroughtToField: wayToField.isThere,
    toStage,
    copy: pasting.copy,
    paste: pasting.ask,
    save: () => void (current !== undefined && save(client, current.photoId)),
  });

  const panel = useMemo(
    () =>
      described !== undefined && (
        <SidePanel
          item={described}
          mark={markOf(described, decided)}
          decision={decided.get(described.photoId)}
          refs={refs}
        />
      ),
    [described, decided, refs],
  );
  return (
    <div className={classes.review} ref={root} tabIndex={-1}>
      <SessionHead
        picker={picker}
        position={position}
        photos={items.length}
        tally={tally}
        look={look}
        onLook={setLook}
        onCompare={() => compare(current?.group == null ? 'selection' : 'burst')}
      />
      {look === 'grid' ? (
        <PhotoGrid
          items={items}
          marks={marks}
          position={position}
          selection={selection}
          onChoose={go}
          onOpen={(index) => {
            go(index);
            setLook('loupe');
          }}
          onColumns={setColumns}
        />
      ) : current === undefined ? (
        <Summary items={items} tally={tally} activeMs={activeMs()} place={place} onBegin={onBegin} />
      ) : look === 'compare' && comparedItems.length > 1 ? (
        <div className={classes.body}>
          <Compare
            preloader={preloader}
            items={comparedItems}
            markOf={(item) => markOf(item, decided)}
            activeId={current.photoId}
            controls={zoom}
            onActive={(item) => item !== current && go(items.indexOf(item))}
          />
          {panel}
        </div>
      ) : (
        <div className={classes.body}>
          <PhotoStage
            preloader={preloader}
            item={current}
            next={items[position + place.direction] ?? items[position - place.direction]}
            controls={zoom}
          />
          {panel}
        </div>
      )}
      <KeyHints />
      {look !== 'grid' && (
        <Filmstrip items={items} marks={marks} position={position} selection={selection} onChoose={go} />
      )}
      <ActionBar
        photos={targets.length}
        isSelection={selection.ids.size > 0}
        isGone={targets.every(({ isGone }) => isGone)}
        isAdvancing={isAdvancing}
        onAdvancing={setAdvancing}
        onClear={selection.clear}
        onBegin={onBegin}
      />
      <Questions
        acts={acts}
        onDone={() => root.current?.focus()}
        onMend={toField}
        pasting={pasting}
        photos={targets.length}
      />
    </div>
  );
}

const here = (current: SessionItem | undefined) => (current === undefined ? [] : [current]);

const isField = (element: Element | null) => element?.matches('textarea, input, select') === true;

function firstPosition(items: readonly SessionItem[], wantedId: number | null, before: number): number {
  const wanted = wantedId === null ? -1 : items.findIndex(({ photoId }) => photoId === wantedId);
  return wanted >= 0 ? wanted : before;
}
