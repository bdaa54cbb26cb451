import { count, stageInWords } from '../../lib/words.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import { GrowthLine } from './growth-line.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { durationInWords, StageTimes } from './stage-times.tsx';
import classes from './analytics.module.css';

/** What the catalogue and its making look like in figures. */
export function AnalyticsPage() {
  return (
    <div className={classes.page}>
      <h1>Analytics</h1>
      <div className={classes.cards}>
        <ChartCard
          name="catalogue-growth"
          title="Catalogue growth"
          empty="The first published photo begins this line."
          finding={(rows) => `The site shows ${count(rows.at(-1)!.total, 'photo')}.`}
          columns={['Day', 'Published', 'In all']}
          cells={({ day, published, total }) => [day, published, total]}
        >
          {(rows) => <GrowthLine days={rows} />}
        </ChartCard>
        <ChartCard
          name="quality-bands"
          title="Quality"
          empty="Photos are rated while they are prepared."
          finding={(rows) =>
            greatest(
              rows.map(({ band, photos }) => ({ label: band, value: photos })),
              'photo',
            )
          }
          columns={['Band', 'Photos']}
          cells={({ band, photos }) => [band, photos]}
        >
          {(rows) => (
            <Bars label="Photos in each band" bars={rows.map(({ band, photos }) => ({ label: band, value: photos }))} />
          )}
        </ChartCard>
        <ChartCard
          name="cameras-by-year"
          title="Cameras by year"
          empty="Photos whose files name a camera fill this."
          finding={(rows) => greatest(summed(rows, 'camera', 'photos'), 'photo')}
          columns={['Year', 'Camera', 'Photos']}
          cells={({ year, camera, photos }) => [year, camera, photos]}
        >
          {(rows) => (
            <StackedBars
              label="Photos of each camera, by year"
              parts={rows.map(({ year, camera, photos }) => ({ bar: year, part: camera, value: photos }))}
            />
          )}
        </ChartCard>
        <ChartCard
          name="stage-times"
          title="Time by stage"
          empty="The first run fills this."
          finding={(rows) => `${count(new Set(rows.map(({ runId }) => runId)).size, 'run')} measured, in wall time.`}
          columns={['Run', 'Stage', 'Attempts', 'In all', 'Mean', 'Longest']}
          cells={({ runId, stage, attempts, totalMs, meanMs, longestMs }) => [
            String(runId),
            stageInWords(stage),
            attempts,
            durationInWords(totalMs),
            durationInWords(meanMs),
            durationInWords(longestMs),
          ]}
        >
          {(rows) => <StageTimes rows={rows} />}
        </ChartCard>
        <ChartCard
          name="failures"
          title="Failures by cause"
          empty="No photo came to nothing."
          finding={(rows) => greatest(summed(rows, 'code', 'photos'), 'photo')}
          columns={['Cause', 'Stage', 'State', 'Photos']}
          cells={({ code, stage, state, photos }) => [code, stageInWords(stage), state, photos]}
        >
          {(rows) => <Bars label="Photos by what stopped them" bars={summed(rows, 'code', 'photos')} />}
        </ChartCard>
        <ChartCard
          name="gate-findings"
          title="Findings by rule"
          empty="No text that waits has a finding."
          finding={(rows) => greatest(summed(rows, 'rule', 'findings'), 'finding')}
          columns={['Rule', 'Severity', 'Findings']}
          cells={({ rule, severity, findings }) => [rule, severity, findings]}
        >
          {(rows) => <Bars label="Findings of each rule" bars={summed(rows, 'rule', 'findings')} />}
        </ChartCard>
        <ChartCard
          name="field-edits"
          title="Edits by field"
          empty="Nobody changed a text yet."
          finding={(rows) => greatest(summed(rows, 'field', 'edits'), 'edit')}
          columns={['Field', 'Edits', 'Photos']}
          cells={({ field, edits, photos }) => [field, edits, photos]}
        >
          {(rows) => <Bars label="Edits of each field" bars={summed(rows, 'field', 'edits')} />}
        </ChartCard>
      </div>
    </div>
  );
}

type Bar = { readonly label: string; readonly value: number };

/** Rows of the same label as one bar, the longest first. */
function summed<Label extends string, Value extends string>(
  rows: readonly (Readonly<Record<Label, string>> & Readonly<Record<Value, number>>)[],
  label: Label,
  value: Value,
): readonly Bar[] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[label], (sums.get(row[label]) ?? 0) + row[value]);
  return [...sums].map(([name, sum]) => ({ label: name, value: sum })).toSorted((a, b) => b.value - a.value);
}

function greatest(bars: readonly Bar[], what: string): string {
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  const most = bars.toSorted((a, b) => b.value - a.value)[0]!;
  return `${most.label} is the largest, ${((100 * most.value) / Math.max(1, total)).toFixed(1)}% of ${count(total, what)}.`;
}
