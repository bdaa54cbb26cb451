/** `by-group`: frames that belong together follow each other, the proposed best first. */
export const reviewOrders = ['worst-first', 'by-photo', 'by-group'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];
