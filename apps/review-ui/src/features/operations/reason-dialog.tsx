import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { ReasonField } from '../../frame/reason-field.tsx';
import classes from './operations.module.css';

type Props = {
  readonly title: string;
  /** What happens, before it does. */
  readonly what: string;
  readonly verb: string;
  readonly isPending?: boolean;
  readonly error?: Error | null;
  readonly close: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks why, and says what follows. */
export function ReasonDialog({ title, what, verb, isPending = false, error = null, close, onReason }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={close} title={title}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onReason(reason.trim());
        }}
      >
        <p>{what}</p>
        <ReasonField reason={reason} onReason={setReason} description="Kept in the log and shown to everybody" />
        {error !== null && <Problems error={error} title="Not everything was done" />}
        <Button type="submit" disabled={reason.trim() === ''} loading={isPending}>
          {verb}
        </Button>
      </form>
    </Modal>
  );
}
