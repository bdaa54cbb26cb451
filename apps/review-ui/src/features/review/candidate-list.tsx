import { Button, Kbd } from '@mantine/core';
import { inWords, type Candidate } from './candidates.ts';
import classes from './fields.module.css';

/** As many as have a key. */
const MOST = 3;

type Props = {
  readonly field: string;
  readonly candidates: readonly Candidate[];
  readonly onTake: (candidate: Candidate) => void;
};

/** What drafts say instead of what stands in the field, each with the way to take it. */
export function CandidateList({ field, candidates, onTake }: Props) {
  if (candidates.length === 0) return null;
  return (
    <ol className={classes.candidates} aria-label={`Drafts for ${field}`}>
      {candidates.slice(0, MOST).map((candidate, index) => (
        <li key={`${candidate.redraftId} ${inWords(candidate.value)}`}>
          <span>
            <span className={classes.by}>{candidate.by}</span>
            {inWords(candidate.value)}
          </span>
          <Kbd size="xs" aria-hidden>
            Alt {index + 1}
          </Kbd>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Take draft ${index + 1} for ${field}`}
            onClick={() => onTake(candidate)}
          >
            Take
          </Button>
        </li>
      ))}
    </ol>
  );
}
