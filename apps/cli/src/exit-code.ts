/** What the shell learns. 130 comes from Ctrl+C, here and in the programs that are interrupted alike. */
export const exitCodes = { allWell: 0, somePhotosFailed: 1, refused: 2, interrupted: 130 } as const;

/** The command was not carried out, for these reasons. Nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[], options?: ErrorOptions) {
    const all = typeof problems === 'string' ? [problems] : problems;
    super(all.join('; '), options);
    this.problems = all;
  }
}
