import type { PublicationRange, PublicationStart } from '@proofline/domain/publication.ts';
import { useState } from 'react';

/** Publications that were asked for together, and what the plan said of them then. */
export type PublicationRun = PublicationRange & { readonly photos: number; readonly bytes: number };

const KEPT = 'proofline.publication';

/** Null when nothing was due any more. */
export const runOf = ({ asked, photos, bytes }: PublicationStart): PublicationRun | null =>
  asked && { ...asked, photos, bytes };

/** The last publication of this tab; kept over a reload, because it goes on meanwhile. */
export function usePublicationRun(): [PublicationRun | null, (run: PublicationRun | null) => void] {
  const [run, setRun] = useState(() => JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as PublicationRun | null);
  return [
    run,
    (next) => {
      sessionStorage.setItem(KEPT, JSON.stringify(next));
      setRun(next);
    },
  ];
}
