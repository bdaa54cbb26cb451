import { NativeSelect } from '@mantine/core';
import type { Analytics } from '@proofline/domain/analytics.ts';
import { useState } from 'react';
import { stageInWords } from '../../lib/words.ts';
import { Bars } from './bars.tsx';

/** `850 ms`, `12.3 s`, `4.5 min`: a time as long as stages take. */
export function durationInWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
}

/** The newest run, or the one that was chosen. */
export function StageTimes({ rows }: { readonly rows: Analytics['stage-times'] }) {
  const runs = [...new Set(rows.map(({ runId }) => runId))].toSorted((a, b) => b - a);
  const [chosen, choose] = useState<number | null>(null);
  const run = chosen !== null && runs.includes(chosen) ? chosen : runs[0]!;
  return (
    <>
      <NativeSelect
        label="Run"
        size="xs"
        w={120}
        value={String(run)}
        onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
        data={runs.map(String)}
      />
      <Bars
        label={`Time of each stage in run ${run}`}
        bars={rows
          .filter(({ runId }) => runId === run)
          .map(({ stage, totalMs }) => ({
            label: stageInWords(stage),
            value: totalMs,
            words: durationInWords(totalMs),
          }))}
      />
    </>
  );
}
