import { Button, Modal } from '@mantine/core';
import type { SetOverview } from '@proofline/domain/overview.ts';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { ReasonField } from '../../frame/reason-field.tsx';
import { count } from '../../lib/words.ts';
import { useRollBackSet } from './queries.ts';
import classes from './sets.module.css';

type Props = { readonly overview: SetOverview; readonly opened: boolean; readonly close: () => void };

/** Says what a roll-back takes back and what it leaves, before it does. */
export function RollBackDialog({ overview: { set, photos, byState }, opened, close }: Props) {
  const [reason, setReason] = useState('');
  const rollBack = useRollBackSet();
  const published = byState.published ?? 0;
  return (
    <Modal opened={opened} onClose={close} title={`Roll back set ${set.id}, ${set.subject}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') rollBack.mutate({ setId: set.id, reason: reason.trim() }, { onSuccess: close });
        }}
      >
        <p>
          {count(photos - published, 'photo')} of it will give back names, working files and decisions. The originals
          stay.
          {published > 0 &&
            ` ${count(published, 'photo')} on the site will stay there: those are withdrawn one by one.`}
        </p>
        <ReasonField reason={reason} onReason={setReason} />
        {rollBack.isError && <Problems error={rollBack.error} title="Nothing was rolled back" />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            Keep the set
          </Button>
          <Button type="submit" disabled={reason.trim() === ''} loading={rollBack.isPending}>
            Roll back {count(photos - published, 'photo')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
