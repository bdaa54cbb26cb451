import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Selection } from './selection.ts';
import type { SessionItem } from './session.ts';
import type { Mark } from './tally.ts';
import { Thumb } from './thumb.tsx';
import { useThumbActs } from './use-thumb-acts.ts';
import classes from './grid.module.css';

const CELL_PX = { width: 168, height: 148 } as const;

type Props = {
  readonly items: readonly SessionItem[];
  readonly marks: readonly Mark[];
  readonly position: number;
  readonly selection: Selection;
  readonly onChoose: (position: number) => void;
  readonly onOpen: (position: number) => void;
  /** How many lie in a row, told whenever that changes: a row up or down is that far away. */
  readonly onColumns: (columns: number) => void;
};

/** All photos of the session. One element takes the focus and names the active photo, so that scrolling never loses it; only what is seen is there. */
export function PhotoGrid({ items, marks, position, selection, onChoose, onOpen, onColumns }: Props) {
  'use no memo';
  const scroller = useRef<HTMLDivElement>(null);
  const acts = useThumbActs({ position, selection, onChoose, onOpen });
  const columns = useColumns(scroller, onColumns);
  const virtual = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_PX.height,
    overscan: 3,
  });
  const row = Math.floor(position / columns);
  useLayoutEffect(() => {
    if (position < items.length) virtual.scrollToIndex(row, { align: 'auto' });
  }, [row, position, items.length, virtual]);
  return (
    <div
      ref={scroller}
      className={classes.grid}
      role="listbox"
      aria-multiselectable
      aria-label="Photos of this session"
      aria-activedescendant={position < items.length ? `cell-${position}` : undefined}
      tabIndex={0}
      data-autofocus
    >
      <div role="presentation" className={classes.sheet} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: line, start }) => (
          <div key={line} role="presentation" className={classes.row} style={{ transform: `translateY(${start}px)` }}>
            {items.slice(line * columns, (line + 1) * columns).map((item, column) => {
              const index = line * columns + column;
              return (
                <Thumb
                  key={item.photoId}
                  id={`cell-${index}`}
                  item={item}
                  mark={marks[index]!}
                  index={index}
                  total={items.length}
                  isActive={index === position}
                  isSelected={selection.ids.has(item.photoId)}
                  className={classes.cell!}
                  acts={acts}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function useColumns(scroller: RefObject<HTMLElement | null>, onColumns: (columns: number) => void): number {
  const [columns, setColumns] = useState(6);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setColumns(Math.max(1, Math.floor(element.clientWidth / CELL_PX.width)));
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [scroller]);
  useLayoutEffect(() => onColumns(columns), [columns, onColumns]);
  return columns;
}
