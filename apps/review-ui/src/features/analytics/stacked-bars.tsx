import { figure } from '../../lib/words.ts';
import classes from './analytics.module.css';

export type Part = { readonly bar: string; readonly part: string; readonly value: number };

const colours = ['first', 'second', 'third', 'fourth', 'fifth', 'other'] as const;
const MOST_BARS = 10;

/** One bar for each `bar`, cut into its parts. The parts with the most have a colour each; whatever is beyond shares the last one. */
export function StackedBars({ label, parts }: { readonly label: string; readonly parts: readonly Part[] }) {
  const names = [...totals(parts, 'part')].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const colourOf = (name: string) => classes[colours[Math.min(names.indexOf(name), colours.length - 1)]!];
  const bars = [...totals(parts, 'bar')];
  const greatest = Math.max(1, ...bars.map(([, value]) => value));
  const share = (value: number) => `${(100 * value) / greatest}%`;
  return (
    <div className={classes.bars} role="img" aria-label={label}>
      {bars.slice(0, MOST_BARS).map(([bar, total]) => (
        <div key={bar} className={classes.bar}>
          <span className={classes.label}>{bar}</span>
          <svg className={classes.track} width="100%" height="14">
            {placed(parts.filter((part) => part.bar === bar)).map(({ part, value, before }) => (
              <rect key={part} className={colourOf(part)} x={share(before)} width={share(value)} height="14" />
            ))}
          </svg>
          <span className={classes.figure}>{figure(total)}</span>
        </div>
      ))}
      <ul className={classes.legend}>
        {names.slice(0, colours.length).map((name, at) => (
          <li key={name}>
            <svg width="10" height="10">
              <rect className={colourOf(name)} width="10" height="10" />
            </svg>
            {at === colours.length - 1 && names.length > colours.length ? 'Others' : name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function totals(parts: readonly Part[], by: 'bar' | 'part'): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part[by], (sums.get(part[by]) ?? 0) + part.value);
  return sums;
}

function placed(parts: readonly Part[]) {
  let before = 0;
  return parts.map((part) => {
    const at = { ...part, before };
    before += part.value;
    return at;
  });
}
