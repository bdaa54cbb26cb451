import { Button } from '@mantine/core';
import classes from './bulk.module.css';

type Props = {
  readonly name: string;
  readonly options: readonly (readonly [title: string, isOn: boolean, choose: () => void])[];
};

/** One of a few, all of them in sight. */
export function Choice({ name, options }: Props) {
  return (
    <div className={classes.choice} role="group" aria-label={name}>
      {options.map(([title, isOn, choose]) => (
        <Button
          key={title}
          size="compact-sm"
          variant={isOn ? 'filled' : 'default'}
          aria-pressed={isOn}
          onClick={choose}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}
