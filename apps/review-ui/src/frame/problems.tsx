import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { problemsOf } from '../lib/problem.ts';
import classes from './frame.module.css';

type Props = {
  readonly error: unknown;
  /** What could not be done, as a heading. */
  readonly title?: string;
  readonly retry?: () => void;
};

/** What went wrong, where it went wrong. */
export function Problems({ error, title = 'That did not work', retry }: Props) {
  return (
    <div className={classes.problems} role="alert">
      <p className={classes.problemTitle}>
        <TriangleAlert size={16} aria-hidden />
        <strong>{title}</strong>
      </p>
      {problemsOf(error).map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {retry !== undefined && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
