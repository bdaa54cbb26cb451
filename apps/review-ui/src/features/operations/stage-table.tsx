import { Button, Modal, Table, TextInput } from '@mantine/core';
import type { StageName } from '@proofline/domain/stage.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { stageInWords, timeInWords } from '../../lib/words.ts';
import { stagesQuery, usePause } from './queries.ts';
import classes from './operations.module.css';

/** Every stage: what runs, what is held back, by whom and why. */
export function StageTable() {
  const isOps = useRole('ops');
  const { data: stages, error, refetch } = useQuery(stagesQuery());
  const [asked, setAsked] = useState<StageName | null>(null);
  const pause = usePause();
  return (
    <section className={classes.section} aria-label="Stages">
      <h2>Stages</h2>
      {error !== null && stages === undefined && (
        <Problems error={error} title="The stages could not be read" retry={() => void refetch()} />
      )}
      {stages === undefined && error === null && <p role="status">Loading …</p>}
      {pause.isError && <Problems error={pause.error} title="The stage was not changed" />}
      {stages !== undefined && (
        <Table aria-label="Stages in the order of a photo's path">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Stage</Table.Th>
              <Table.Th>Running</Table.Th>
              <Table.Th>At most</Table.Th>
              <Table.Th>State</Table.Th>
              {isOps && <Table.Th>Hold back</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stages.map(({ stage, running, maxConcurrency, pause: paused }) => (
              <Table.Tr key={stage}>
                <Table.Td>{stageInWords(stage)}</Table.Td>
                <Table.Td>{running}</Table.Td>
                <Table.Td>{maxConcurrency ?? 'no limit'}</Table.Td>
                <Table.Td className={paused === null ? undefined : classes.warning}>
                  {paused === null ? 'open' : `paused by ${paused.by}, ${timeInWords(paused.at)}: ${paused.reason}`}
                </Table.Td>
                {isOps && (
                  <Table.Td>
                    {paused === null ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Pause ${stageInWords(stage)}`}
                        onClick={() => setAsked(stage)}
                      >
                        Pause …
                      </Button>
                    ) : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Resume ${stageInWords(stage)}`}
                        onClick={() => pause.mutate({ stage, reason: null })}
                      >
                        Resume
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {asked !== null && (
        <PauseDialog
          stage={asked}
          close={() => setAsked(null)}
          onPause={(reason) => pause.mutate({ stage: asked, reason })}
        />
      )}
    </section>
  );
}

type DialogProps = {
  readonly stage: StageName;
  readonly close: () => void;
  readonly onPause: (reason: string) => void;
};

function PauseDialog({ stage, close, onPause }: DialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={close} title={`Pause ${stageInWords(stage)}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') return;
          onPause(reason.trim());
          close();
        }}
      >
        <p>What is under way is finished, nothing new begins, over restarts too, until somebody resumes it.</p>
        <TextInput
          label="Reason"
          description="Shown to everybody"
          required
          data-autofocus
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reason.trim() === ''}>
          Pause {stageInWords(stage)}
        </Button>
      </form>
    </Modal>
  );
}
