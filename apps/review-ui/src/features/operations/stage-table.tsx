import { Button, Table } from '@mantine/core';
import type { StageLoad, StageStanding } from '@proofline/domain/stage-setting.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { stagesQuery, usePause } from '../../frame/stages.ts';
import { paceOf } from '../../lib/pace.ts';
import { stageInWords, timeInWords } from '../../lib/words.ts';
import { LimitDialog } from './limit-dialog.tsx';
import { loadQuery } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import classes from './operations.module.css';

type Asked = { readonly kind: 'pause' | 'limit'; readonly stage: StageName; readonly max: number | null };

/** Every stage: what waits, what runs, how fast, and what is held back, by whom and why. */
export function StageTable() {
  const mayLimit = useRole('ops');
  const mayPause = useRole('operator', 'ops');
  const { data: stages, error, refetch } = useQuery(stagesQuery());
  const { data: load = [] } = useQuery(loadQuery());
  const [asked, setAsked] = useState<Asked | null>(null);
  const pause = usePause();
  return (
    <section className={classes.section} aria-label="Stages">
      <h2>Stages</h2>
      {error !== null && stages === undefined && (
        <Problems error={error} title="The stages could not be read" retry={() => void refetch()} />
      )}
      {pause.isError && asked === null && <Problems error={pause.error} title="The stage was not changed" />}
      {stages !== undefined && (
        <Table.ScrollContainer
          minWidth={620}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Stages' } }}
        >
          <Table aria-label="Stages in the order of a photo's path">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Stage</Table.Th>
                <Table.Th>Wait</Table.Th>
                <Table.Th>Run</Table.Th>
                <Table.Th>A minute</Table.Th>
                <Table.Th>At most</Table.Th>
                <Table.Th>State</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {stages.map((stage) => (
                <StageRow
                  key={stage.stage}
                  standing={stage}
                  load={load.find((one) => one.stage === stage.stage)}
                  mayLimit={mayLimit}
                  mayPause={mayPause}
                  onAsk={setAsked}
                  onResume={() => pause.mutate({ stages: [stage.stage], reason: null })}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {asked?.kind === 'pause' && (
        <ReasonDialog
          title={`Pause ${stageInWords(asked.stage)}`}
          what="What is under way is finished, nothing new begins, over restarts too, until somebody resumes it."
          verb={`Pause ${stageInWords(asked.stage)}`}
          isPending={pause.isPending}
          error={pause.error}
          close={() => setAsked(null)}
          onReason={(reason) => pause.mutate({ stages: [asked.stage], reason }, { onSuccess: () => setAsked(null) })}
        />
      )}
      {asked?.kind === 'limit' && <LimitDialog stage={asked.stage} max={asked.max} close={() => setAsked(null)} />}
    </section>
  );
}

type RowProps = {
  readonly standing: StageStanding;
  readonly load: StageLoad | undefined;
  readonly mayLimit: boolean;
  readonly mayPause: boolean;
  readonly onAsk: (asked: Asked) => void;
  readonly onResume: () => void;
};

function StageRow({ standing, load, mayLimit, mayPause, onAsk, onResume }: RowProps) {
  const { stage, running, maxConcurrency, pause } = standing;
  const { data: overviews = [] } = useQuery(overviewQuery());
  const ofStage = overviews.map(({ stages }) => ({ stages: stages.filter((one) => one.stage === stage) }));
  const { perMinute } = paceOf(`stage ${stage}`, ofStage, performance.now());
  const block = overviews.flatMap(({ blockedBy }) => blockedBy).find((one) => one.stage === stage);
  const name = stageInWords(stage);
  const tool = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td className={classes.figure}>{load?.due ?? 0}</Table.Td>
      <Table.Td className={classes.figure}>{running}</Table.Td>
      <Table.Td className={classes.figure}>{perMinute === null ? '–' : Math.round(perMinute)}</Table.Td>
      <Table.Td>
        {maxConcurrency ?? 'no limit'}{' '}
        {mayLimit && (
          <Button
            {...tool}
            aria-label={`Limit ${name}`}
            onClick={() => onAsk({ kind: 'limit', stage, max: maxConcurrency })}
          >
            Limit …
          </Button>
        )}
      </Table.Td>
      <Table.Td>
        <span className={classes.state}>
          <span className={pause === null && block === undefined ? undefined : classes.warning}>
            {pause !== null
              ? `paused by ${pause.by}, ${timeInWords(pause.at)}: ${pause.reason}`
              : block !== undefined
                ? `waits: ${block.reason}. To do: ${block.remedy}. Asked again ${block.probes} times.`
                : 'open'}
          </span>
          {mayPause && pause === null && (
            <Button
              {...tool}
              aria-label={`Pause ${name}`}
              onClick={() => onAsk({ kind: 'pause', stage, max: maxConcurrency })}
            >
              Pause …
            </Button>
          )}
          {mayPause && pause !== null && (
            <Button {...tool} aria-label={`Resume ${name}`} onClick={onResume}>
              Resume
            </Button>
          )}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
