import { notifications } from '@mantine/notifications';
import { bandOf, ratingsOf } from '@proofline/domain/quality.ts';
import type { RefObject } from 'react';
import { useCommands, type Command } from '../../lib/commands.ts';
import { bandRatings } from './band-ratings.ts';
import { fieldNames, type FieldName } from './edits.ts';
import { heldField } from './held-field.ts';
import { toggleHistory } from './history-shown.ts';
import type { Selection } from './selection.ts';
import { nextBackground, toggleLook } from './stage-look.ts';
import type { Acts } from './use-acts.ts';
import type { PlaceInSession, Step } from './use-place.ts';
import type { ZoomControls } from './zoom.ts';

export type Look = 'loupe' | 'grid' | 'compare';

type Given = {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  readonly place: PlaceInSession;
  readonly last: number;
  readonly columns: number;
  readonly acts: Acts;
  readonly selection: Selection;
  readonly zoom: RefObject<ZoomControls | null>;
  readonly keepBest: () => void;
  readonly approveBurst: () => void;
  readonly compare: (what: 'selection' | 'burst') => void;
  /** Another one of the compared photos. */
  readonly toPane: (step: Step) => void;
  readonly focusOn: (field: FieldName) => void;
  /** An undo led into the field where the person is, and they wrote nothing there since. */
  readonly isBroughtToField: () => boolean;
  readonly toStage: () => void;
  readonly copy: () => void;
  readonly paste: () => void;
  readonly save: () => void;
};

/** The key map of the page (review-ui, section 5.5). */
export function useReviewCommands(given: Given): void {
  // What comes last here stands first in the sheet of keys.
  useCommands('Write', writing(given));
  useCommands('Look', looking(given));
  useCommands('Go', going(given));
  useCommands('Decide', deciding(given));
}

const deciding = ({ acts, keepBest, approveBurst, isBroughtToField }: Given): readonly Command[] => [
  { keys: ['a', 'p'], title: 'Approve', run: acts.approve },
  { keys: ['shift+p'], title: 'Approve the whole burst', run: approveBurst },
  { keys: ['x'], title: 'Reject, with a reason', run: acts.askToReject },
  { keys: ['u'], title: 'Back to undecided', run: acts.reset },
  { keys: ['f'], title: 'Mark for a second look', run: acts.markForSecondLook },
  { keys: ['shift+a'], title: 'Keep this, reject the rest of its burst', run: keepBest },
  { keys: ['ctrl+z', 'backspace'], title: 'Undo', run: acts.undo, inFields: isBroughtToField },
  { keys: ['ctrl+shift+z'], title: 'Do again', run: acts.redo, inFields: isBroughtToField },
  ...bandRatings.map((rating, index) => ({
    keys: [String(index + 1)],
    title: `Quality: ${bandOf(rating)}`,
    run() {
      acts.rate(rating);
      const { least } = ratingsOf(bandOf(rating)) ?? { least: 0 };
      notifications.show({ message: `Quality ${bandOf(rating)}, ${Math.max(1, least)} and above`, color: 'neutral' });
    },
  })),
];

const going = ({ place, last, look, columns, selection, toPane }: Given): readonly Command[] => {
  const { position, go, toPending, toGroup } = place;
  const isGrid = look === 'grid';
  const commands: readonly Command[] = [
    { keys: ['arrowright'], title: 'Next photo', run: () => (look === 'compare' ? toPane(1) : go(position + 1)) },
    { keys: ['arrowleft'], title: 'Photo before', run: () => (look === 'compare' ? toPane(-1) : go(position - 1)) },
    {
      keys: ['arrowdown'],
      title: isGrid ? 'A row down' : 'Next burst, at its best frame',
      run: () => (isGrid ? go(Math.min(last, position + columns)) : toGroup(1)),
    },
    {
      keys: ['arrowup'],
      title: isGrid ? 'A row up' : 'Burst before',
      run: () => (isGrid ? go(Math.max(0, position - columns)) : toGroup(-1)),
    },
    { keys: ['n'], title: 'Next undecided', run: () => toPending(1) },
    { keys: ['shift+n'], title: 'Undecided before', run: () => toPending(-1) },
    { keys: ['home'], title: 'First photo', run: () => go(0) },
    { keys: ['end'], title: 'Last photo', run: () => go(last) },
    { keys: ['ctrl+a'], title: 'Select all', run: selection.all },
    {
      keys: isGrid ? ['s', 'space'] : ['s'],
      title: 'Select this, or no longer',
      run: () => selection.toggle(position),
    },
  ];
  if (!isGrid) return commands;
  const reach = (to: number) => () => {
    const aim = Math.max(0, Math.min(last, to));
    selection.extend(position, aim);
    go(aim);
  };
  return [
    ...commands,
    { keys: ['shift+arrowright'], title: 'Select to the right', run: reach(position + 1) },
    { keys: ['shift+arrowleft'], title: 'Select to the left', run: reach(position - 1) },
    { keys: ['shift+arrowdown'], title: 'Select a row down', run: reach(position + columns) },
    { keys: ['shift+arrowup'], title: 'Select a row up', run: reach(position - columns) },
  ];
};

function looking({ look, setLook, zoom, compare }: Given): readonly Command[] {
  const views: readonly Command[] = [
    { keys: ['g'], title: 'Grid', run: () => setLook('grid') },
    { keys: ['l'], title: 'Loupe', run: () => setLook('loupe') },
    { keys: ['c'], title: 'Compare the selection, or this and the next', run: () => compare('selection') },
    { keys: ['b'], title: 'Compare the burst', run: () => compare('burst') },
    { keys: ['j'], title: 'What lies around the photo', run: nextBackground },
  ];
  if (look === 'grid') return [...views, { keys: ['enter'], title: 'Open in the loupe', run: () => setLook('loupe') }];
  return [
    ...views,
    { keys: ['z'], title: 'Fit, or one pixel on one pixel', run: () => zoom.current?.toggle() },
    {
      keys: ['space'],
      title: 'One pixel on one pixel while held',
      run: () => zoom.current?.peek(true),
      release: () => zoom.current?.peek(false),
    },
    { keys: ['+', '='], title: 'Closer', run: () => zoom.current?.by(1) },
    { keys: ['-'], title: 'Farther', run: () => zoom.current?.by(-1) },
    { keys: ['0'], title: 'Fit', run: () => zoom.current?.fit() },
    { keys: ['shift+arrowright'], title: 'Move the view right', run: () => zoom.current?.pan(1, 0) },
    { keys: ['shift+arrowleft'], title: 'Move the view left', run: () => zoom.current?.pan(-1, 0) },
    { keys: ['shift+arrowdown'], title: 'Move the view down', run: () => zoom.current?.pan(0, 1) },
    { keys: ['shift+arrowup'], title: 'Move the view up', run: () => zoom.current?.pan(0, -1) },
    { keys: ['i'], title: 'Facts over the photo', run: () => toggleLook('showsInfo') },
    { keys: ['h'], title: 'Histogram and clipping', run: () => toggleLook('showsHistogram') },
    { keys: ['v'], title: 'Who wrote what, and the way back', run: toggleHistory },
  ];
}

const writing = ({ acts, focusOn, toStage, look, copy, paste, save }: Given): readonly Command[] => [
  ...(look === 'grid'
    ? []
    : [
        { keys: ['e', 'enter'], title: 'Edit the caption', run: () => focusOn('caption') },
        { keys: ['t'], title: 'Edit the alt text', run: () => focusOn('altText') },
        { keys: ['k'], title: 'Add keywords', run: () => focusOn('keywords') },
        { keys: ['d'], title: 'Mend the first finding', run: acts.repairFirst },
      ]),
  ...[1, 2, 3].map((number) => ({
    keys: [`alt+${number}`],
    title: `Take draft ${number} for the field`,
    run: () => acts.takeCandidate(number, heldField(fieldNames) ?? 'caption'),
    inFields: true as const,
  })),
  { keys: ['m'], title: 'Edit many photos', run: acts.askToEditMany },
  { keys: ['ctrl+c'], title: 'Copy the texts', run: copy, when: () => getSelection()?.isCollapsed !== false },
  { keys: ['ctrl+v'], title: 'Paste texts, after asking which', run: paste },
  { keys: ['escape'], title: 'Back to the photo; select nothing', run: toStage, inFields: true },
  { keys: ['ctrl+s'], title: 'Save', run: save, inFields: true },
  { keys: ['ctrl+enter'], title: 'Save and approve', run: acts.approve, inFields: true },
];
