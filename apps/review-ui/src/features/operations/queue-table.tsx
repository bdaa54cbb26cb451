import { Button, SegmentedControl, Table } from '@mantine/core';
import { queuedJobStates, type QueueContent, type QueuedJobState } from '@proofline/domain/queue-view.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count, stageInWords } from '../../lib/words.ts';
import { JobTable } from './job-table.tsx';
import { queuesQuery } from './queries.ts';
import classes from './operations.module.css';

/** The queue engine as it is: how much it holds for each stage, and each job. It is a cache; nothing here can be changed. */
export function QueueTable() {
  const isOps = useRole('ops');
  if (!isOps) return null;
  return (
    <section className={classes.section} aria-label="Queues">
      <h2>Queues</h2>
      <Queues />
    </section>
  );
}

function Queues() {
  const { data, error, refetch, isFetching } = useQuery(queuesQuery());
  const [stage, setStage] = useState<StageName | null>(null);
  const [state, setState] = useState<QueuedJobState>('waiting');
  if (data === undefined)
    return error === null ? (
      // As high as the words on an engine that holds no job.
      <Loading what="the queues" lines={2} linePx={34} />
    ) : (
      <Problems error={error} title="The queues could not be read" retry={() => void refetch()} />
    );
  const held = data.queues.filter((queue) => queue.isPaused || sumOf(queue) > 0);
  return (
    <>
      {error !== null && <Problems error={error} title="What is shown is old: the queues could not be read again" />}
      <div className={classes.title}>
        <p className={classes.quiet}>
          The engine is {data.engine === 'redis' ? 'Redis' : 'the embedded one'}. What waits in the database is not in
          it yet.
        </p>
        <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
          Read again
          <span className="unseen"> the queues</span>
        </Button>
      </div>
      {held.length === 0 ? (
        <EmptyState title="The engine holds no job" />
      ) : (
        <Table.ScrollContainer
          minWidth={520}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Queues of the engine' } }}
        >
          <Table aria-label="What the engine holds for each stage">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Stage</Table.Th>
                {queuedJobStates.map((one) => (
                  <Table.Th key={one}>{one}</Table.Th>
                ))}
                <Table.Th>Jobs</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {held.map((queue) => (
                <Table.Tr key={queue.stage}>
                  <Table.Td>
                    {stageInWords(queue.stage)}
                    {queue.isPaused && <span className={classes.warning}> held back</span>}
                  </Table.Td>
                  {queuedJobStates.map((one) => (
                    <Table.Td key={one} className={classes.figure}>
                      {queue.counts[one]}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-pressed={stage === queue.stage}
                      onClick={() => {
                        setStage(stage === queue.stage ? null : queue.stage);
                        setState(fullest(queue));
                      }}
                    >
                      {stage === queue.stage ? 'Hide' : 'Show'}
                      <span className="unseen"> jobs of {stageInWords(queue.stage)}</span>
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {stage !== null && (
        <div className={classes.section} role="group" aria-label={`Jobs of ${stageInWords(stage)}`}>
          <h3>
            {stageInWords(stage)}: {count(sumIn(data.queues, stage), 'job')}
          </h3>
          <SegmentedControl
            size="xs"
            aria-label="State of the jobs"
            data={[...queuedJobStates]}
            value={state}
            onChange={(value) => setState(value)}
          />
          <JobTable key={`${stage} ${state}`} stage={stage} state={state} />
        </div>
      )}
    </>
  );
}

const sumOf = ({ counts }: QueueContent) => queuedJobStates.reduce((sum, state) => sum + counts[state], 0);

function sumIn(queues: readonly QueueContent[], stage: StageName): number {
  const queue = queues.find((one) => one.stage === stage);
  return queue === undefined ? 0 : sumOf(queue);
}

const fullest = ({ counts }: QueueContent): QueuedJobState =>
  queuedJobStates.toSorted((a, b) => counts[b] - counts[a])[0]!;
