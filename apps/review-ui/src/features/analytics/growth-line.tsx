import type { Analytics } from '@proofline/domain/analytics.ts';
import { figure } from '../../lib/words.ts';
import classes from './analytics.module.css';

const WIDTH = 600;
const HEIGHT = 150;

/** How many photos the site shows, over the days: a line that only steps where something was published. */
export function GrowthLine({ days }: { readonly days: Analytics['catalogue-growth'] }) {
  const first = days[0]!;
  const last = days.at(-1)!;
  const begin = Date.parse(first.day);
  const span = Math.max(1, Date.parse(last.day) - begin);
  const most = Math.max(1, ...days.map(({ total }) => total));
  const x = (day: string) => ((Date.parse(day) - begin) / span) * WIDTH;
  const y = (total: number) => HEIGHT - (total / most) * (HEIGHT - 4);
  const steps = days.map(({ day, total }) => `H ${x(day)} V ${y(total)}`).join(' ');
  const line = `M 0 ${HEIGHT} ${steps} H ${WIDTH}`;
  return (
    <div
      className={classes.growth}
      role="img"
      aria-label={`From ${first.total} photos on ${first.day} to ${last.total} on ${last.day}`}
    >
      <span className={classes.figure}>{figure(most)}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT}>
        <path className={classes.area} d={`${line} V ${HEIGHT} Z`} />
        <path className={classes.line} d={line} vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={classes.days}>
        <span>{first.day}</span>
        <span>{last.day}</span>
      </span>
    </div>
  );
}
