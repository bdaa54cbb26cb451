import { InvalidArgumentError } from 'commander';
import { parseId } from '../photo-id.ts';

/** Digits of a revision hash that a person copies: enough to tell revisions of one photo apart. */
const MARK_DIGITS = 10;

export type PhotoRevision = {
  readonly photoId: number;
  /** Start of the revision hash that the person saw; null means whatever is there now. */
  readonly mark: string | null;
};

export function revisionMark(revisionHash: string): string {
  return revisionHash.slice(0, MARK_DIGITS);
}

/** `12` or `12@3fa9c1d2e4`, as `review show` prints it. */
export function collectRevisions(text: string, before: readonly PhotoRevision[] = []): readonly PhotoRevision[] {
  const [id = '', mark = null, ...rest] = text.split('@');
  if (rest.length > 0 || (mark !== null && !/^[0-9a-f]{6,64}$/.test(mark)))
    throw new InvalidArgumentError('Write ID, or ID@REVISION as "review show" prints it.');
  return [...before, { photoId: parseId(id), mark }];
}
