import { Button, Modal, TextInput } from '@mantine/core';
import type { StageName } from '@proofline/domain/stage.ts';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { stageInWords } from '../../lib/words.ts';
import { useLimit } from './queries.ts';
import classes from './operations.module.css';

type Props = { readonly stage: StageName; readonly max: number | null; readonly close: () => void };

/** How many photos of a stage may be worked on at once, over all processes and restarts. */
export function LimitDialog({ stage, max, close }: Props) {
  const [typed, setTyped] = useState(max === null ? '' : String(max));
  const limit = useLimit();
  const wanted = typed.trim() === '' ? null : Number(typed);
  const isUsable = wanted === null || (Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= 1000);
  return (
    <Modal opened onClose={close} title={`At once in ${stageInWords(stage)}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isUsable) limit.mutate({ stage, max: wanted }, { onSuccess: close });
        }}
      >
        <TextInput
          w="100%"
          label="At most"
          description="From 1 to 1000; empty for as many as the processes take. What is under way is finished."
          inputMode="numeric"
          data-autofocus
          error={isUsable ? undefined : 'a whole number from 1 to 1000, or nothing'}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {limit.isError && <Problems error={limit.error} title="The limit was not changed" />}
        <Button type="submit" disabled={!isUsable} loading={limit.isPending}>
          {wanted === null ? 'Take the limit away' : `At most ${typed.trim()} at once`}
        </Button>
      </form>
    </Modal>
  );
}
