import { useState } from 'react';
import type { SessionItem } from './session.ts';

/** Photos that the next act is for, beside the one that is looked at. */
export type Selection = {
  readonly ids: ReadonlySet<number>;
  toggle(position: number): void;
  /** Everything between the photo that was toggled last, or `from`, and this one. */
  extend(from: number, to: number): void;
  all(): void;
  clear(): void;
};

const none: ReadonlySet<number> = new Set();

export function useSelection(items: readonly SessionItem[]): Selection {
  const [ids, setIds] = useState(none);
  const [anchor, setAnchor] = useState<number | null>(null);
  return {
    ids,
    toggle(position) {
      const photoId = items[position]?.photoId;
      if (photoId === undefined) return;
      setAnchor(position);
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(photoId)) next.add(photoId);
        return next;
      });
    },
    extend(from, to) {
      const start = anchor ?? from;
      if (anchor === null) setAnchor(from);
      const [low, high] = [Math.min(start, to), Math.max(start, to)];
      setIds((before) => new Set([...before, ...items.slice(low, high + 1).map(({ photoId }) => photoId)]));
    },
    all: () => setIds(new Set(items.map(({ photoId }) => photoId))),
    clear() {
      setAnchor(null);
      setIds(none);
    },
  };
}
