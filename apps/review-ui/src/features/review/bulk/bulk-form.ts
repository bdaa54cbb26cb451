import type { Proposal } from '../bulk-edits.ts';

/** What every way to edit many photos is given. */
export type BulkFormProps = {
  readonly photoIds: readonly number[];
  readonly isAsking: boolean;
  readonly onPropose: (proposal: Proposal) => void;
};
