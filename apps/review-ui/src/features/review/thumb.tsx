import { Check, Eye, Layers, TriangleAlert, X } from 'lucide-react';
import { memo, type MouseEvent, type RefObject } from 'react';
import { useStore } from '../../lib/store.ts';
import { urlOf } from './image-urls.ts';
import { rejectionReasons } from './rejection-reasons.ts';
import { secondLook } from './second-look.ts';
import type { SessionItem } from './session.ts';
import type { Mark } from './tally.ts';
import classes from './grid.module.css';

type Props = {
  readonly id: string;
  readonly item: SessionItem;
  readonly mark: Mark;
  readonly index: number;
  readonly total: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly className: string;
  readonly left?: number;
  /** In a box, so that a thumbnail need not be drawn anew because the list acts differently. */
  readonly acts: RefObject<ThumbActs>;
};

export type ThumbActs = {
  readonly choose: (index: number, event: MouseEvent) => void;
  readonly open?: (index: number) => void;
};

/** One photo, small, with its marks: signs as well as colours. */
export const Thumb = memo(
  function Thumb({ id, item, mark, index, total, isActive, isSelected, className, left, acts }: Props) {
    const isToComeBack = useStore(secondLook).has(item.photoId);
    const reason = useStore(rejectionReasons).get(item.photoId);
    const url = urlOf(item.photoId, item.thumb);
    const style = left === undefined ? undefined : { transform: `translateX(${left}px)` };
    return (
      <div
        id={id}
        role="option"
        aria-selected={isActive || isSelected}
        aria-posinset={index + 1}
        aria-setsize={total}
        aria-label={labelOf(item, mark, isToComeBack, reason)}
        className={className}
        data-status={mark}
        data-active={isActive}
        data-selected={isSelected}
        style={style}
        onClick={(event) => acts.current.choose(index, event)}
        onDoubleClick={() => acts.current.open?.(index)}
      >
        {url !== null && <img src={url} alt="" loading="lazy" draggable={false} />}
        <span className={classes.marks}>
          {item.group !== null && (
            <span className={classes.mark} data-mark="group">
              <Layers size={12} aria-hidden />
              {item.group.rank === 1 ? '★' : item.group.rank}
            </span>
          )}
          <span className={classes.push} />
          {isToComeBack && <Eye className={classes.mark} size={16} aria-hidden />}
          <StatusMark mark={mark} isBlocked={item.isBlocked} />
        </span>
      </div>
    );
  },
  (before, after) =>
    before.item === after.item &&
    before.mark === after.mark &&
    before.index === after.index &&
    before.isActive === after.isActive &&
    before.isSelected === after.isSelected &&
    before.left === after.left,
);

const inWords = {
  pending: 'undecided',
  approved: 'approved',
  rejected: 'rejected',
  'sent-back': 'undecided',
  gone: 'no longer in review',
} as const satisfies Record<Mark, string>;

function labelOf(
  { fileName, isBlocked, group }: SessionItem,
  mark: Mark,
  isToComeBack: boolean,
  reason: string | undefined,
): string {
  return [
    fileName,
    mark === 'rejected' && reason !== undefined ? `${inWords[mark]}: ${reason}` : inWords[mark],
    ...(isBlocked ? ['text blocked'] : []),
    ...(group === null
      ? []
      : [group.rank === null ? `part of a ${group.kind}` : `${group.rank}. of its ${group.kind}`]),
    ...(isToComeBack ? ['second look'] : []),
  ].join(', ');
}

function StatusMark({ mark, isBlocked }: { readonly mark: Mark; readonly isBlocked: boolean }) {
  if (mark === 'approved') return <Check className={classes.mark} data-mark="approved" size={16} aria-hidden />;
  if (mark === 'rejected') return <X className={classes.mark} data-mark="rejected" size={16} aria-hidden />;
  return isBlocked ? <TriangleAlert className={classes.mark} data-mark="warn" size={16} aria-hidden /> : null;
}
