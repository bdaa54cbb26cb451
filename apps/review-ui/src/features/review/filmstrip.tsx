import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Selection } from './selection.ts';
import type { SessionItem } from './session.ts';
import type { Mark } from './tally.ts';
import { Thumb } from './thumb.tsx';
import { useThumbActs } from './use-thumb-acts.ts';
import classes from './grid.module.css';

const THUMB_PX = 104;
/** The neighbours of what one looks at stay where they are until the edge is this near. */
const EDGE_THUMBS = 2;

type Props = {
  readonly items: readonly SessionItem[];
  readonly marks: readonly Mark[];
  readonly position: number;
  readonly selection: Selection;
  readonly onChoose: (position: number) => void;
};

/** The session's photos in a row. One element takes the focus and names the active photo, so that scrolling never loses it. */
export function Filmstrip({ items, marks, position, selection, onChoose }: Props) {
  'use no memo';
  const scroller = useRef<HTMLDivElement>(null);
  const acts = useThumbActs({ position, selection, onChoose });
  const virtual = useVirtualizer({
    horizontal: true,
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => THUMB_PX,
    overscan: 6,
  });
  useEffect(() => {
    // As the strip was measured last: asking the elements lays out the page in the middle of a key press.
    const { scrollRect, scrollOffset } = virtual;
    if (scrollRect === null || scrollOffset === null || position >= items.length) return;
    const start = position * THUMB_PX;
    const isNearStart = start < scrollOffset + EDGE_THUMBS * THUMB_PX;
    const isNearEnd = start > scrollOffset + scrollRect.width - (EDGE_THUMBS + 1) * THUMB_PX;
    // A third of the strip lies ahead of the way one goes.
    if (isNearEnd) virtual.scrollToOffset(start - scrollRect.width * (2 / 3));
    else if (isNearStart) virtual.scrollToOffset(start - scrollRect.width / 3);
  }, [position, items.length, virtual]);
  return (
    <div
      ref={scroller}
      className={classes.strip}
      role="listbox"
      aria-label="Photos of this session"
      aria-orientation="horizontal"
      aria-multiselectable
      aria-activedescendant={position < items.length ? `photo-${position}` : undefined}
      tabIndex={0}
    >
      <div role="presentation" className={classes.film} style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <Thumb
            key={items[index]!.photoId}
            id={`photo-${index}`}
            item={items[index]!}
            mark={marks[index]!}
            index={index}
            total={items.length}
            left={start}
            isActive={index === position}
            isSelected={selection.ids.has(items[index]!.photoId)}
            className={classes.thumb!}
            acts={acts}
          />
        ))}
      </div>
    </div>
  );
}
