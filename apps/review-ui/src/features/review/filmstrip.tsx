import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { imageUrl } from '../../lib/api.ts';
import type { SessionItem } from './session.ts';
import type { Mark } from './tally.ts';
import classes from './review.module.css';

const THUMB_PX = 104;
/** The neighbours of what one looks at stay where they are until the edge is this near. */
const EDGE_THUMBS = 2;

type Props = {
  readonly items: readonly SessionItem[];
  readonly marks: readonly Mark[];
  readonly position: number;
  readonly onChoose: (position: number) => void;
};

/** The session's photos in a row. One element takes the focus and names the active photo, so that scrolling never loses it. */
export function Filmstrip({ items, marks, position, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => THUMB_PX,
    overscan: 6,
  });
  useEffect(() => {
    const strip = scroller.current;
    if (strip === null || position >= items.length) return;
    const start = position * THUMB_PX;
    const isNearStart = start < strip.scrollLeft + EDGE_THUMBS * THUMB_PX;
    const isNearEnd = start > strip.scrollLeft + strip.clientWidth - (EDGE_THUMBS + 1) * THUMB_PX;
    // A third of the strip lies ahead of the way one goes.
    if (isNearEnd) virtual.scrollToOffset(start - strip.clientWidth * (2 / 3));
    else if (isNearStart) virtual.scrollToOffset(start - strip.clientWidth / 3);
  }, [position, items.length, virtual]);
  return (
    <div
      ref={scroller}
      className={classes.strip}
      role="listbox"
      aria-label="Photos of this session"
      aria-orientation="horizontal"
      aria-activedescendant={position < items.length ? `photo-${position}` : undefined}
      tabIndex={0}
    >
      <div role="presentation" className={classes.film} style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index]!;
          const mark = marks[index]!;
          return (
            <div
              key={item.photoId}
              id={`photo-${index}`}
              role="option"
              aria-selected={index === position}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              aria-label={`${item.fileName}, ${inWords[mark]}${item.isBlocked ? ', text blocked' : ''}`}
              className={classes.thumb}
              data-status={mark}
              style={{ transform: `translateX(${start}px)` }}
              onClick={() => onChoose(index)}
            >
              {item.thumb !== null && <img src={imageUrl(item.photoId, item.thumb.sha256)} alt="" loading="lazy" />}
              <StatusMark mark={mark} isBlocked={item.isBlocked} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const inWords = {
  pending: 'undecided',
  approved: 'approved',
  rejected: 'rejected',
  'sent-back': 'undecided',
  gone: 'no longer in review',
} as const satisfies Record<Mark, string>;

function StatusMark({ mark, isBlocked }: { readonly mark: Mark; readonly isBlocked: boolean }) {
  if (mark === 'approved') return <Check className={classes.mark} data-mark="approved" size={16} aria-hidden />;
  if (mark === 'rejected') return <X className={classes.mark} data-mark="rejected" size={16} aria-hidden />;
  return isBlocked ? <TriangleAlert className={classes.mark} data-mark="warn" size={16} aria-hidden /> : null;
}
