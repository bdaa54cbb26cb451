export const reviewStatuses = ['pending', 'approved', 'rejected', 'sent-back'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export type Review = {
  readonly photoId: number;
  readonly status: ReviewStatus;
  /** The revision that a person sees now: hash of `revisionText`. */
  readonly revisionHash: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  /** Why the last approval no longer holds, in words; null while it holds or when there was none. */
  readonly voidReason: string | null;
};
