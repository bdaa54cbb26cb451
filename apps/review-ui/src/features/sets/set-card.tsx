import { Button, Progress } from '@mantine/core';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { PhotoSetState } from '@proofline/domain/photo-set.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkButton } from '../../frame/link-button.tsx';
import { count, stageInWords, timeInWords } from '../../lib/words.ts';
import { isUnderWay, ProgressLine } from './progress-line.tsx';
import { RollBackDialog } from './roll-back-dialog.tsx';
import { SetHold } from './set-hold.tsx';
import classes from './sets.module.css';

const states = {
  queued: 'waiting to begin',
  running: 'being looked through',
  accepted: 'taken in',
  refused: 'refused',
  discarded: 'given up',
  'rolling-back': 'being rolled back',
  'rolled-back': 'rolled back',
} as const satisfies Record<PhotoSetState, string>;

/** What each stage has done to a photo, in a photographer's words. */
const steps = {
  'validate-set': 'looked through',
  'ingest-original': 'copied',
  'extract-metadata': 'camera data read',
  'reserve-file-names': 'named',
  'render-photo': 'web images made',
  'measure-quality': 'quality measured',
  'draft-text': 'text drafted',
  'open-review': 'ready for review',
  'publish-photo': 'published',
  'release-workspace': 'tidied up',
  'roll-back': 'rolled back',
  'withdraw-photo': 'withdrawn',
} as const satisfies Record<StageName, string>;

/** From where a roll-back has something to give back. */
const given: readonly PhotoState[] = ['queued', 'running', 'waiting', 'in-review'];

/** How one set stands, and what can be done with it. */
export function SetCard({ overview, isOperator }: { readonly overview: SetOverview; readonly isOperator: boolean }) {
  const [isRollingBack, setRollingBack] = useState(false);
  const { set, photos, byState, stages, approved, refused, discarded, blockedBy } = overview;
  // Before it was looked through nobody knows how many there are.
  const isCounted = set.state !== 'queued' && set.state !== 'running';
  const inReview = byState['in-review'] ?? 0;
  const canRollBack = isOperator && given.some((state) => (byState[state] ?? 0) > 0);
  const canHold = isOperator && set.state !== 'rolling-back' && (inReview > 0 || isUnderWay(overview));
  return (
    <article className={classes.card} aria-label={`Set ${set.id}, ${set.subject}`}>
      <header className={classes.cardHead}>
        <h2>
          {set.subject}, {set.location}
        </h2>
        <span className={classes.quiet}>
          set {set.id} · {states[set.state]} · {isCounted ? `${count(photos, 'photo')} · ` : ''}added{' '}
          {timeInWords(set.createdAt)} by {set.requestedBy}
        </span>
        <span className={classes.path}>{set.sourceFolder}</span>
      </header>
      {set.problems.length > 0 && (
        <ul className={classes.problems}>
          {set.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {blockedBy.map(({ stage, reason, remedy }) => (
        <p key={stage} className={classes.warning}>
          {stageInWords(stage)} waits: {reason}. To do: {remedy}. It goes on by itself.
        </p>
      ))}
      {isUnderWay(overview) && <ProgressLine name={`set ${set.id}`} sets={[overview]} label={`Set ${set.id}`} />}
      {photos > 0 && isUnderWay(overview) && <Stages stages={stages} />}
      <p className={classes.standing}>
        {standingOf(byState, approved).join(' · ')}
        {refused.length + discarded.length > 0 && <Link to="/operations">why</Link>}
      </p>
      <div className={classes.buttons}>
        {inReview > 0 && (
          <LinkButton size="compact-sm" to="/review" search={{ setId: set.id }}>
            Review {inReview - approved > 0 ? `(${inReview - approved} undecided)` : ''}
          </LinkButton>
        )}
        <SetHold set={set} mayHold={canHold} mayGoOn={isOperator} />
        <span className={classes.gap} />
        {canRollBack && (
          <Button size="compact-sm" variant="default" onClick={() => setRollingBack(true)}>
            Roll back …
          </Button>
        )}
      </div>
      <RollBackDialog overview={overview} opened={isRollingBack} close={() => setRollingBack(false)} />
    </article>
  );
}

function Stages({ stages }: Pick<SetOverview, 'stages'>) {
  return (
    <ol className={classes.stages}>
      {stages.map(({ stage, done, total }) =>
        total === 0 ? null : (
          <li key={stage}>
            <span>{steps[stage]}</span>
            <Progress
              value={(done / total) * 100}
              size="sm"
              transitionDuration={0}
              aria-label={`${steps[stage]}, ${done} of ${total}`}
            />
            <span className={classes.figure}>
              {done}/{total}
            </span>
          </li>
        ),
      )}
    </ol>
  );
}

function standingOf(byState: SetOverview['byState'], approved: number): readonly string[] {
  const under = (['queued', 'running', 'waiting'] as const).reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  const counts: readonly (readonly [number, string])[] = [
    [under, 'on their way'],
    [(byState['in-review'] ?? 0) - approved, 'wait for review'],
    [approved, 'approved'],
    [byState.published ?? 0, 'published'],
    [byState.withdrawn ?? 0, 'withdrawn'],
    [byState.rejected ?? 0, 'rejected'],
    [(byState['rolled-back'] ?? 0) + (byState['rolling-back'] ?? 0), 'rolled back'],
    [byState.refused ?? 0, 'refused'],
    [byState.discarded ?? 0, 'given up'],
  ];
  return counts.filter(([photos]) => photos > 0).map(([photos, words]) => `${photos} ${words}`);
}
