/** Kinds of the events that tell that something is, or was, taken back. An index of the events is made for exactly these, in this order. */
export const takingBackKinds = [
  'set.rolling-back',
  'set.rolled-back',
  'photo.rolling-back',
  'photo.rolled-back',
  'photo.rejected',
  'publication.withdrawal-requested',
  'publication.withdrawn',
  'publication.roll-back-requested',
  'publication.rolled-back',
] as const;
export type TakingBackKind = (typeof takingBackKinds)[number];
