import { figure } from '../../lib/words.ts';
import classes from './analytics.module.css';

export type Bar = {
  readonly label: string;
  /** Small below it: the name that programs have for it. */
  readonly note?: string;
  /** At least 0; the longest bar is the greatest. */
  readonly value: number;
  /** The value as people read it; absent, the number. */
  readonly words?: string;
};

/** More would be no picture any more; the table has all. */
const MOST_BARS = 14;

/** Bars of one colour, in the order given. The table beside it is what a screen reader gets the figures from. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const greatest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className={classes.bars} role="img" aria-label={label}>
      {bars.slice(0, MOST_BARS).map(({ label: name, note, value, words = figure(value) }) => (
        <div key={name} className={classes.bar}>
          <span className={classes.label} title={note === undefined ? name : `${name} (${note})`}>
            {name}
            {note !== undefined && <small className={classes.note}>{note}</small>}
          </span>
          <svg className={classes.track} width="100%" height="14">
            <rect className={classes.first} width={`${(100 * value) / greatest}%`} height="14" />
          </svg>
          <span className={classes.figure}>{words}</span>
        </div>
      ))}
      {bars.length > MOST_BARS && <p className={classes.asOf}>and {bars.length - MOST_BARS} more in the table</p>}
    </div>
  );
}
