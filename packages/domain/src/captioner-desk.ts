import type { CaptionerProblem, CaptionerReport } from './captioner.ts';

/** A captioner as the operator sees it. */
export type CaptionerStatus = {
  readonly id: string;
  /** Drafts for sets that name nobody. */
  readonly isUsual: boolean;
  /** Empty when it can draft; null while it is still being looked at. */
  readonly problems: readonly CaptionerProblem[] | null;
  readonly report: CaptionerReport | null;
};

/** What a person should know who lets it draft; null where its id says enough. */
export function noteOn(captioner: string): string | null {
  if (captioner !== 'template') return null;
  return 'no model: words of the set and the clock of the camera, nobody looks at the photo';
}

/** The operator's door to captioners. */
export type CaptionerDesk = {
  readonly usual: string;
  readonly ids: readonly string[];
  /** Looks at all of them at once, and for no longer than a person waits. */
  list(): Promise<readonly CaptionerStatus[]>;
};
