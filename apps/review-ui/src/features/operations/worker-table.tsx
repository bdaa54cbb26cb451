import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { stageInWords, timeInWords } from '../../lib/words.ts';
import { loadQuery } from './queries.ts';
import classes from './operations.module.css';

/** Who works on what now. A worker without a run is not listed: nothing is known of it until it begins one. */
export function WorkerTable() {
  const { data: load = [] } = useQuery(loadQuery());
  const runs = load.flatMap(({ stage, runs: ofStage }) => ofStage.map((run) => ({ stage, ...run })));
  return (
    <section className={classes.section} aria-label="Workers">
      <h2>At work</h2>
      {runs.length === 0 && <EmptyState title="Nobody works on anything now" />}
      {runs.length > 0 && (
        <Table aria-label="Who works on what">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Worker</Table.Th>
              <Table.Th>Stage</Table.Th>
              <Table.Th>On</Table.Th>
              <Table.Th>Attempt</Table.Th>
              <Table.Th>Since</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map(({ worker, stage, subject, attempt, startedAt }) => (
              <Table.Tr key={`${stage} ${subject.kind} ${subject.id}`}>
                <Table.Td className={classes.name}>{worker}</Table.Td>
                <Table.Td>{stageInWords(stage)}</Table.Td>
                <Table.Td>
                  {subject.kind} {subject.id}
                </Table.Td>
                <Table.Td>{attempt}</Table.Td>
                <Table.Td className={classes.when}>{timeInWords(startedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
