import type { PhotoState } from '@proofline/domain/photo.ts';
import { seededShare } from './seeded-random.ts';

/** What the person of the suite wants to become of a photo. Fixed by the seed and the photo, so that no kill changes a person's mind. */
export const wishes = ['publish', 'correct', 'withdraw', 'reject', 'roll-back', 'hold', 'leave'] as const;
export type Wish = (typeof wishes)[number];

/** Share of the photos, adding up to 1. */
export type WishShares = Readonly<Record<Wish, number>>;

export const usualShares: WishShares = {
  publish: 0.5,
  correct: 0.12,
  withdraw: 0.1,
  reject: 0.1,
  'roll-back': 0.08,
  hold: 0.05,
  leave: 0.05,
};

export const reviewedLater: WishShares = {
  publish: 0,
  correct: 0,
  withdraw: 0,
  reject: 0,
  'roll-back': 0,
  hold: 0,
  leave: 1,
};

/** Where a photo that nothing is wrong with ends. */
export const endOf: Readonly<Record<Wish, PhotoState>> = {
  publish: 'published',
  correct: 'published',
  withdraw: 'withdrawn',
  reject: 'rejected',
  'roll-back': 'rolled-back',
  hold: 'in-review',
  leave: 'in-review',
};

export function wishFor(seed: number, setSubject: string, fileName: string, shares: WishShares): Wish {
  let share = seededShare(seed, `${setSubject}/${fileName}`);
  for (const wish of wishes) {
    share -= shares[wish];
    if (share < 0) return wish;
  }
  return 'leave';
}
