import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeyOf } from '../../lib/commands.ts';
import type { Look } from './review-commands.ts';
import type { Tally } from './tally.ts';
import classes from './review.module.css';

type Props = {
  readonly picker: ReactNode;
  readonly position: number;
  readonly photos: number;
  readonly tally: Tally;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly onCompare: () => void;
};

/** Where one is, how far, and how it looks. */
export function SessionHead({ picker, position, photos, tally, look, onLook, onCompare }: Props) {
  return (
    <header className={classes.title}>
      <h1>Review</h1>
      {picker}
      <strong className={classes.counter} data-testid="counter">
        {position >= photos ? `End of ${photos}` : `Photo ${position + 1} of ${photos}`}
      </strong>
      <span className={classes.tally} data-testid="tally">
        approved {tally.approved} · rejected {tally.rejected} · undecided {tally.pending}
      </span>
      <span className={classes.gap} />
      <span className={classes.looks} role="group" aria-label="View">
        <LookButton name="Loupe" title="Loupe" isOn={look === 'loupe'} onClick={() => onLook('loupe')} />
        <LookButton name="Grid" title="Grid" isOn={look === 'grid'} onClick={() => onLook('grid')} />
        <LookButton name="Compare" title="Compare the burst" isOn={look === 'compare'} onClick={onCompare} />
      </span>
    </header>
  );
}

type LookProps = {
  readonly name: string;
  readonly title: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
};

function LookButton({ name, title, isOn, onClick }: LookProps) {
  const key = useKeyOf(title);
  return (
    <Button
      size="compact-sm"
      variant={isOn ? 'filled' : 'default'}
      aria-pressed={isOn}
      title={key === undefined ? name : `${name} (${key})`}
      onClick={onClick}
    >
      {name}
    </Button>
  );
}
