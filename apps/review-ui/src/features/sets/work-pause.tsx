import { Button } from '@mantine/core';
import { stageNames } from '@proofline/domain/stage.ts';
import { useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { stagesQuery, usePause } from '../../frame/stages.ts';
import { stageInWords, timeInWords } from '../../lib/words.ts';
import classes from './sets.module.css';

/** All that is done to a photo before a person sees it. What was approved, withdrawn or rolled back goes on. */
const preparing = stageNames.slice(0, stageNames.indexOf('open-review') + 1);

/** Holds the work of all sets, over restarts too, and lets it go on. Each set has a hold of its own beside it. */
export function WorkPause({ isUnderWay }: { readonly isUnderWay: boolean }) {
  const mayPause = useRole('operator', 'ops');
  const { data: stages = [] } = useQuery(stagesQuery());
  const pause = usePause();
  const held = stages.filter((stage) => stage.pause !== null && preparing.includes(stage.stage));
  const [first] = held;
  const isOffered = mayPause && isUnderWay && held.length < preparing.length;
  if (first?.pause == null && !isOffered) return null;
  return (
    <div className={classes.hold} role="group" aria-label="Work of all sets">
      {first?.pause != null && !pause.isPending && (
        <p className={classes.warning} role="status">
          {held.length === preparing.length
            ? 'All work before review is'
            : `${held.map(({ stage }) => stageInWords(stage)).join(', ')}: `}{' '}
          paused by {first.pause.by} since {timeInWords(first.pause.at)}: {first.pause.reason}
        </p>
      )}
      {isOffered && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Pause size={14} aria-hidden />}
          title="What is under way is finished, nothing new begins"
          loading={pause.isPending}
          onClick={() => pause.mutate({ stages: preparing, reason: 'held on the page Sets' })}
        >
          Pause all sets
        </Button>
      )}
      {mayPause && held.length > 0 && (
        <Button
          size="compact-sm"
          leftSection={<Play size={14} aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ stages: held.map(({ stage }) => stage), reason: null })}
        >
          Go on
        </Button>
      )}
      {pause.isError && <Problems error={pause.error} title="Not all of the work was held or let go" />}
    </div>
  );
}
