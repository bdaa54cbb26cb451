/** The sets that an operator started together: a run is open from its first set until none of its sets has work left. */
export type Run = {
  readonly id: number;
  readonly state: 'open' | 'closed';
  readonly openedAt: string;
  readonly openedBy: string;
};
