import { Kbd } from '@mantine/core';
import { useKeyOf } from '../../lib/commands.ts';
import classes from './fields.module.css';

type Props = {
  readonly id: string;
  readonly label: string;
  /** The command that leads here. */
  readonly command: string;
  readonly count: string;
};

export function FieldHead({ id, label, command, count }: Props) {
  const key = useKeyOf(command);
  return (
    <div className={classes.head}>
      <label htmlFor={id}>{label}</label>
      {key !== undefined && (
        <Kbd size="xs" aria-hidden>
          {key}
        </Kbd>
      )}
      <span className={classes.count}>{count}</span>
    </div>
  );
}
