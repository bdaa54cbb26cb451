import { useRef, type RefObject } from 'react';
import type { Selection } from './selection.ts';
import type { ThumbActs } from './thumb.tsx';

type Given = {
  readonly position: number;
  readonly selection: Selection;
  readonly onChoose: (position: number) => void;
  readonly onOpen?: (position: number) => void;
};

/** A click chooses; with Shift it selects up to there, with Ctrl it adds or takes away. */
export function useThumbActs({ position, selection, onChoose, onOpen }: Given): RefObject<ThumbActs> {
  'use no memo';
  const acts = useRef<ThumbActs>(null!);
  acts.current = {
    choose(index, event) {
      if (event.shiftKey) selection.extend(position, index);
      else if (event.ctrlKey || event.metaKey) selection.toggle(index);
      onChoose(index);
    },
    ...(onOpen !== undefined && { open: onOpen }),
  };
  return acts;
}
