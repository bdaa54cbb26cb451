import { Kbd } from '@mantine/core';
import classes from './fields.module.css';

type Props = { readonly id: string; readonly label: string; readonly hotkey: string; readonly count: string };

export function FieldHead({ id, label, hotkey, count }: Props) {
  return (
    <div className={classes.head}>
      <label htmlFor={id}>{label}</label>
      <Kbd size="xs" aria-hidden>
        {hotkey}
      </Kbd>
      <span className={classes.count}>{count}</span>
    </div>
  );
}
