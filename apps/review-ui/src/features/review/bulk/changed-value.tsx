import { differenceOf } from './difference.ts';
import classes from './bulk.module.css';

/** What was and what comes, with the part that differs marked; of keywords, which go and which come. */
export function ChangedValue({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [had, has] = [new Set<unknown>(before), new Set<unknown>(after)];
    const gone = before.filter((word) => !has.has(word));
    const come = after.filter((word) => !had.has(word));
    return (
      <span>
        {gone.length > 0 && <del>{gone.join(', ')}</del>} {come.length > 0 && <ins>{come.join(', ')}</ins>}
        {gone.length + come.length === 0 && 'in another order'}
      </span>
    );
  }
  const { start, removed, added, end } = differenceOf(inWords(before), inWords(after));
  return (
    <span className={classes.value}>
      {start}
      {removed !== '' && <del>{removed}</del>}
      {added !== '' && <ins>{added}</ins>}
      {end}
    </span>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing of a person’s own';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
