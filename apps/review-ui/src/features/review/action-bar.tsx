import { Button, Kbd, Switch } from '@mantine/core';
import { useKeyOf } from '../../lib/commands.ts';
import { count } from '../../lib/words.ts';
import { useCanUndo } from './undo.ts';
import type { Acts } from './use-acts.ts';
import classes from './review.module.css';

type Props = {
  /** How many photos the next act is for. */
  readonly photos: number;
  readonly isSelection: boolean;
  /** Nothing can be decided here. */
  readonly isGone: boolean;
  readonly isAdvancing: boolean;
  readonly onAdvancing: (isAdvancing: boolean) => void;
  readonly acts: Acts;
  readonly onClear: () => void;
  readonly onBegin: () => void;
};

export function ActionBar(props: Props) {
  const { photos, isSelection, isGone, isAdvancing, onAdvancing, acts, onClear, onBegin } = props;
  const canUndo = useCanUndo();
  return (
    <div className={classes.actions} role="group" aria-label="Decide">
      <ActButton title="Approve" command="Approve" disabled={isGone} onClick={acts.approve} />
      <ActButton title="Reject …" command="Reject, with a reason" disabled={isGone} onClick={acts.askToReject} />
      <ActButton title="Reset" command="Back to undecided" disabled={isGone} onClick={acts.reset} />
      <ActButton title="Edit many …" command="Edit many photos" disabled={false} onClick={acts.askToEditMany} />
      <ActButton title="Undo" command="Undo" disabled={!canUndo} onClick={acts.undo} />
      <span className={classes.scope} data-selection={isSelection}>
        {isSelection ? `${photos} selected` : count(photos, 'photo')}
      </span>
      {isSelection && (
        <Button size="compact-sm" variant="default" onClick={onClear}>
          Select nothing (Esc)
        </Button>
      )}
      <span className={classes.gap} />
      <Switch
        size="xs"
        label="Go on after a decision"
        checked={isAdvancing}
        onChange={(event) => onAdvancing(event.currentTarget.checked)}
      />
      <Button variant="default" size="compact-md" onClick={onBegin}>
        Begin a new list
      </Button>
    </div>
  );
}

type ButtonProps = {
  readonly title: string;
  /** As the keyboard knows it. */
  readonly command: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
};

function ActButton({ title, command, disabled, onClick }: ButtonProps) {
  const key = useKeyOf(command);
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      leftSection={key !== undefined && <Kbd size="xs">{key}</Kbd>}
      onClick={() => onClick()}
    >
      {title}
    </Button>
  );
}
