import { failureTitle } from '@proofline/domain/failure-title.ts';
import { Button } from '@mantine/core';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { count, stageInWords } from '../../lib/words.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import { GrowthLine } from './growth-line.tsx';
import { everyFigure } from './queries.ts';
import { StackedBars } from './stacked-bars.tsx';
import { durationInWords, StageTimes } from './stage-times.tsx';
import classes from './analytics.module.css';

/** What the catalogue and its making look like in figures. */
export function AnalyticsPage() {
  return (
    <div className={classes.page}>
      <div className={classes.title}>
        <h1>Analytics</h1>
        <ReadAgain />
      </div>
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
          finding={(rows) => greatest(summed(rows, 'camera', 'photos'), 'photo').replaceAll('_', ' ')}
          columns={['Year', 'Camera', 'Photos']}
          cells={({ year, camera, photos }) => [year, camera.replaceAll('_', ' '), photos]}
        >
          {(rows) => (
            <StackedBars
              label="Photos of each camera, by year"
              parts={rows.map(({ year, camera, photos }) => ({
                bar: year,
                part: camera.replaceAll('_', ' '),
                value: photos,
              }))}
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
          finding={(rows) => greatest(summed(rows.map(asTitled), 'title', 'photos'), 'photo')}
          columns={['Cause', 'Code', 'Stage', 'State', 'Photos']}
          cells={({ code, stage, state, photos }) => [titleOf(code), code, stageInWords(stage), state, photos]}
        >
          {(rows) => <Bars label="Photos by what stopped them" bars={failureBars(rows)} />}
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
          finding={(rows) => greatest(summed(rows.map(asSeenInReview), 'field', 'edits'), 'edit')}
          columns={['Field', 'Edits', 'Photos']}
          cells={(row) => [asSeenInReview(row).field, row.edits, row.photos]}
        >
          {(rows) => <Bars label="Edits of each field" bars={summed(rows.map(asSeenInReview), 'field', 'edits')} />}
        </ChartCard>
      </div>
    </div>
  );
}

function ReadAgain() {
  const client = useQueryClient();
  const isReading = useIsFetching(everyFigure) > 0;
  return (
    <Button size="compact-sm" variant="default" onClick={() => void client.invalidateQueries(everyFigure)}>
      {isReading ? 'Reading …' : 'Read again'}
    </Button>
  );
}

/** The field under the name that it has before the person who edits it. */
const asSeenInReview = <Row extends { readonly field: string }>(row: Row): Row => ({
  ...row,
  field: row.field === 'description' ? 'caption' : row.field.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`),
});

const titleOf = (code: string) => failureTitle(code) ?? code;

const asTitled = <Row extends { readonly code: string }>(row: Row) => ({ ...row, title: titleOf(row.code) });

/** In words, each with its code small beside them. */
const failureBars = (rows: readonly { readonly code: string; readonly photos: number }[]) =>
  summed(rows, 'code', 'photos').map(({ label: code, value }) => {
    const title = failureTitle(code);
    return title === null ? { label: code, value } : { label: title, note: code, value };
  });

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
  const [most, next] = bars.toSorted((a, b) => b.value - a.value);
  if (most === undefined || most.value === next?.value)
    return `${count(total, what)} in all, and none of these is ahead.`;
  return `${most.label} is the largest, ${((100 * most.value) / Math.max(1, total)).toFixed(1)}% of ${count(total, what)}.`;
}
