import { qualityBands, type QualityBand } from '@proofline/domain/quality.ts';
import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import { reviewOrders, type ReviewOrder } from '@proofline/domain/review-order.ts';

const states = ['pending', 'approved'] as const;

/** Which photos a session is made of, and in what order; as it stands in the address. Absent parts let everything through. */
export type SessionFilter = {
  readonly setId?: number;
  readonly order?: ReviewOrder;
  readonly state?: (typeof states)[number];
  readonly band?: QualityBand;
  /** `blocked`, `any`, `none`, or the name of one rule. */
  readonly finding?: string;
  readonly camera?: string;
  /** First and last day, `YYYY-MM-DD`, by the camera's clock. */
  readonly from?: string;
  readonly to?: string;
  /** Words that the photo holds in a name, its set or its texts. */
  readonly text?: string;
};

export const usualOrder: ReviewOrder = 'worst-first';

/** Takes out of an address what it says of the filter; what makes no sense is left out. */
export function filterIn(search: Record<string, unknown>): SessionFilter {
  const setId = Number(search['setId']);
  return {
    ...(Number.isSafeInteger(setId) && setId > 0 && { setId }),
    ...oneOf(search, 'order', reviewOrders),
    ...oneOf(search, 'state', states),
    ...oneOf(search, 'band', qualityBands),
    ...textIn(search, 'finding', /^.{1,100}$/u),
    ...textIn(search, 'camera', /^.{1,100}$/u),
    ...textIn(search, 'from', /^\d{4}-\d{2}-\d{2}$/),
    ...textIn(search, 'to', /^\d{4}-\d{2}-\d{2}$/),
    ...textIn(search, 'text', /^(?=.*[\p{L}\p{N}]).{1,200}$/u),
  };
}

/** Whether a photo belongs into the session that begins now; its words are looked for by the server. */
export function isWanted(
  { state, band, finding, camera, from, to }: SessionFilter,
  item: Pick<ReviewQueueItem, 'status' | 'band' | 'isBlocked' | 'rules' | 'camera' | 'takenAt'>,
): boolean {
  const day = item.takenAt?.slice(0, 10);
  return (
    (state === undefined || item.status === state) &&
    (band === undefined || item.band === band) &&
    (finding === undefined || hasFinding(finding, item)) &&
    (camera === undefined || item.camera === camera) &&
    (from === undefined || (day !== undefined && day >= from)) &&
    (to === undefined || (day !== undefined && day <= to))
  );
}

/** How many parts of the filter, besides set and order, hold something back. */
export const narrowings = ({ setId: _set, order: _order, ...rest }: SessionFilter): number => Object.keys(rest).length;

function hasFinding(wanted: string, { isBlocked, rules }: Pick<ReviewQueueItem, 'isBlocked' | 'rules'>): boolean {
  if (wanted === 'blocked') return isBlocked;
  if (wanted === 'any') return rules.length > 0;
  return wanted === 'none' ? rules.length === 0 : rules.includes(wanted);
}

function oneOf<Key extends string, Value extends string>(
  search: Record<string, unknown>,
  key: Key,
  values: readonly Value[],
): { [Name in Key]?: Value } {
  const value = values.find((candidate) => candidate === search[key]);
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value };
}

function textIn<Key extends string>(
  search: Record<string, unknown>,
  key: Key,
  form: RegExp,
): { [Name in Key]?: string } {
  const value = search[key];
  return (typeof value === 'string' && form.test(value) ? { [key]: value } : {}) as { [Name in Key]?: string };
}
