export const checkStates = ['ok', 'warn', 'bad'] as const;

/** One thing that work depends on, as it stands now. */
export type PreflightCheck = {
  readonly name:
    | 'photo-folders'
    | 'data-folder'
    | 'disk'
    | 'review-database'
    | 'captioner'
    | 'site-folder'
    | 'site-server'
    | 'catalogue';
  /** `warn`: work goes on, but not as well or not for long. */
  readonly state: (typeof checkStates)[number];
  /** What was found, in words. */
  readonly detail: string;
  /** What the operator can do; null where nothing has to be done. */
  readonly remedy: string | null;
};

/** Looks at everything that a first set needs, and changes nothing. Takes no longer than a person waits. */
export type Preflight = () => Promise<readonly PreflightCheck[]>;
