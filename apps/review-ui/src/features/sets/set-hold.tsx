import { Button, Modal } from '@mantine/core';
import type { PhotoSet } from '@proofline/domain/photo-set.ts';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { ReasonField } from '../../frame/reason-field.tsx';
import { timeInWords } from '../../lib/words.ts';
import { useHoldSet } from './queries.ts';
import classes from './sets.module.css';

type Props = { readonly set: PhotoSet; readonly mayHold: boolean; readonly mayGoOn: boolean };

/** Holds one set, says who holds it, since when and why, and lets it go on. One button for both, so that the focus stays where it is. */
export function SetHold({ set: { hold, ...set }, mayHold, mayGoOn }: Props) {
  const [isAsking, setAsking] = useState(false);
  const goOn = useHoldSet();
  const Icon = hold === null ? Pause : Play;
  return (
    <>
      {(hold === null ? mayHold : mayGoOn) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon size={14} aria-hidden />}
          aria-busy={goOn.isPending}
          onClick={() => {
            // Not disabled meanwhile: that would take the focus away.
            if (hold === null) setAsking(true);
            else if (!goOn.isPending) goOn.mutate({ setId: set.id, reason: null });
          }}
        >
          {hold === null ? 'Hold …' : 'Let it go on'}
        </Button>
      )}
      {hold !== null && (
        <p className={classes.warning}>
          Held by {hold.by} since {timeInWords(hold.at)}: {hold.reason}
        </p>
      )}
      {goOn.isError && <Problems error={goOn.error} title="The set is still held" />}
      <HoldDialog set={set} opened={isAsking} close={() => setAsking(false)} />
    </>
  );
}

type DialogProps = {
  readonly set: Omit<PhotoSet, 'hold'>;
  readonly opened: boolean;
  readonly close: () => void;
};

/** Asks why, and says what stands still then. */
function HoldDialog({ set, opened, close }: DialogProps) {
  const [reason, setReason] = useState('');
  const hold = useHoldSet();
  const onSuccess = () => {
    setReason('');
    close();
  };
  return (
    <Modal opened={opened} onClose={close} title={`Hold set ${set.id}, ${set.subject}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') hold.mutate({ setId: set.id, reason: reason.trim() }, { onSuccess });
        }}
      >
        <p>
          Its photos finish the step that they are in, and no other one begins: nothing of it is prepared or published
          until somebody lets it go on. Nothing is lost, other sets do not wait, and what came to review can be
          reviewed.
        </p>
        {set.namesReservedAt === null && <p>Sets that get their names meanwhile get the numbers before it.</p>}
        <ReasonField reason={reason} onReason={setReason} description="Kept in the log and shown to everybody" />
        {hold.isError && <Problems error={hold.error} title="The set was not held" />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={reason.trim() === ''} loading={hold.isPending}>
            Hold the set
          </Button>
        </div>
      </form>
    </Modal>
  );
}
