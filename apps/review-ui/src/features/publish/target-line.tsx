import { Progress } from '@mantine/core';
import type { TargetProgress } from '@proofline/domain/publication-progress.ts';
import { paceToward } from '../../lib/pace.ts';
import { bytesInWords, count, secondsInWords } from '../../lib/words.ts';
import { progressTally } from './progress-tally.ts';
import classes from './publish.module.css';

type Props = {
  /** Tells the paces of different publications apart. */
  readonly name: string;
  readonly target: TargetProgress;
  /** That the plan wanted to send there; null where it does not say it of this target alone. */
  readonly bytes: number | null;
};

const titles: Readonly<Record<string, string>> = {
  directory: 'Folder of the site',
  ftp: 'FTP server',
  sftp: 'SFTP server',
};

/** How far everything is that goes to one place: photos, bytes, how fast, and for how long. */
export function TargetLine({ name, target, bytes }: Props) {
  const { photos, done, isOver } = progressTally([target]);
  const title = titles[target.target] ?? target.target;
  return (
    <div className={classes.target}>
      <span className={classes.targetName}>{title}</span>
      <Progress
        value={(done / photos) * 100}
        transitionDuration={0}
        aria-label={`${title}: ${done} of ${photos} on the site`}
      />
      <span className={classes.quiet}>
        {[
          `${done} of ${count(photos, 'photo')}`,
          bytes === null || isOver
            ? `${bytesInWords(target.bytesSent)} sent`
            : `${bytesInWords(target.bytesSent)} of ${bytesInWords(bytes)}`,
          ...(isOver ? took(target) : under(name, target, { photos, done })),
        ].join(' · ')}
      </span>
    </div>
  );
}

/** In all, once it is over. */
function took({ requestedAt, verifiedAt, bytesSent }: TargetProgress): readonly string[] {
  if (verifiedAt === null) return [];
  const seconds = (Date.parse(verifiedAt) - Date.parse(requestedAt)) / 1000;
  if (seconds <= 0) return [];
  return [`in ${secondsInWords(seconds)}`, `${bytesInWords(bytesSent / seconds)} a second`];
}

/** At present, as far as it can be told. */
function under(
  name: string,
  { target, bytesSent }: TargetProgress,
  { photos, done }: { readonly photos: number; readonly done: number },
): readonly string[] {
  const now = performance.now();
  const bytes = paceToward(`${name} ${target} bytes`, { done: bytesSent, total: bytesSent }, now);
  const pace = paceToward(`${name} ${target} photos`, { done, total: photos }, now);
  return [
    bytes.perMinute === null ? 'speed is measured' : `${bytesInWords(bytes.perMinute / 60)} a second`,
    ...(pace.secondsLeft === null ? [] : [`about ${secondsInWords(pace.secondsLeft)} left`]),
  ];
}
