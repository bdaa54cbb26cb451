import { Button, Table } from '@mantine/core';
import type { QueuedJob, QueuedJobState } from '@proofline/domain/queue-view.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { secondsInWords, timeInWords } from '../../lib/words.ts';
import { JOBS_A_PAGE, queuedJobsQuery } from './queries.ts';
import classes from './operations.module.css';

type Props = { readonly stage: StageName; readonly state: QueuedJobState };

/** The jobs of one queue in one state, the oldest first. */
export function JobTable({ stage, state }: Props) {
  const [skip, setSkip] = useState(0);
  const { data: jobs, error, refetch, dataUpdatedAt } = useQuery(queuedJobsQuery(stage, state, skip));
  if (jobs === undefined)
    return error === null ? (
      <Loading what="the jobs" />
    ) : (
      <Problems error={error} title="The jobs could not be read" retry={() => void refetch()} />
    );
  return (
    <>
      {jobs.length === 0 ? (
        <p className={classes.quiet}>
          No job is {state} here{skip > 0 ? ' any more' : ''}.
        </p>
      ) : (
        <Table.ScrollContainer
          minWidth={520}
          maxHeight={320}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Jobs' } }}
        >
          <Table stickyHeader aria-label={`Jobs that are ${state}`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Job</Table.Th>
                <Table.Th>Carries</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Attempts</Table.Th>
                <Table.Th>Age</Table.Th>
                <Table.Th>Worker</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} nowMs={dataUpdatedAt} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(skip > 0 || jobs.length === JOBS_A_PAGE) && (
        <div className={classes.title}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={skip === 0}
            onClick={() => setSkip(Math.max(0, skip - JOBS_A_PAGE))}
          >
            Older jobs
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={jobs.length < JOBS_A_PAGE}
            onClick={() => setSkip(skip + JOBS_A_PAGE)}
          >
            Newer jobs
          </Button>
        </div>
      )}
    </>
  );
}

function JobRow({ job, nowMs }: { readonly job: QueuedJob; readonly nowMs: number }) {
  const age = Math.max(0, nowMs - Date.parse(job.addedAt)) / 1000;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>{job.id}</Table.Td>
      <Table.Td className={classes.name}>{carriedBy(job)}</Table.Td>
      <Table.Td>
        {job.state}
        {job.takenAt === null ? '' : ` since ${timeInWords(job.takenAt)}`}
      </Table.Td>
      <Table.Td className={classes.figure}>{job.given}</Table.Td>
      <Table.Td>{secondsInWords(age)}</Table.Td>
      <Table.Td className={classes.name}>{job.worker ?? ''}</Table.Td>
    </Table.Tr>
  );
}

const carriedBy = ({ job }: QueuedJob) =>
  Object.entries(job)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
