import { Progress } from '@mantine/core';
import type { SetOverview } from '@proofline/domain/overview.ts';
import { secondsInWords } from '../../lib/words.ts';
import { paceOf } from '../../lib/pace.ts';
import classes from './sets.module.css';

type Props = {
  /** Tells the paces of different sets apart. */
  readonly name: string;
  readonly sets: readonly SetOverview[];
  readonly label: string;
};

/** How far all stages are together, how fast, and for how long. */
export function ProgressLine({ name, sets, label }: Props) {
  const { done, total, perMinute, secondsLeft } = paceOf(name, sets, performance.now());
  if (total === 0) return null;
  const share = Math.floor((done / total) * 100);
  const isHeld = sets.every(({ set }) => set.hold !== null);
  const pace =
    isHeld || perMinute === null || secondsLeft === null
      ? ''
      : ` · ${perMinute < 10 ? perMinute.toFixed(1) : Math.round(perMinute)} steps a minute · about ${secondsInWords(secondsLeft)} left`;
  return (
    <div className={classes.overall}>
      <Progress value={share} size="md" transitionDuration={0} aria-label={`${label}: ${share} %`} />
      <span className={classes.quiet}>
        {share} %{done < total ? pace : ''}
      </span>
    </div>
  );
}

/** Work of the set is due or under way. */
export const isUnderWay = ({ byState, set }: SetOverview) =>
  ['queued', 'running', 'waiting', 'rolling-back'].some((state) => (byState[state as keyof typeof byState] ?? 0) > 0) ||
  ['queued', 'running', 'rolling-back'].includes(set.state);
