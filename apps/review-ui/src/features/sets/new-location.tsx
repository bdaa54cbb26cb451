import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { TriangleAlert } from 'lucide-react';
import { locationsLike } from './locations-like.ts';
import classes from './sets.module.css';

const TYPING_MS = 400;

type Props = {
  readonly location: string;
  /** Of the sets that there are. */
  readonly known: readonly string[];
  readonly onUse: (location: string) => void;
};

/** A new location is allowed. That it is new is said, because a slip of the finger makes two places of one. */
export function NewLocation({ location, known, onUse }: Props) {
  const [typed] = useDebouncedValue(location, TYPING_MS);
  const like = locationsLike(known, typed);
  if (like === null) return null;
  return (
    <div className={classes.names} role="status">
      <p className={classes.warning}>
        <TriangleAlert size={14} aria-hidden /> No set was taken at “{typed.trim()}” yet: it becomes a new location.
      </p>
      {like.length > 0 && (
        <div className={classes.buttons}>
          {like.map((other) => (
            <Button key={other} size="compact-sm" variant="default" onClick={() => onUse(other)}>
              Use {other}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
