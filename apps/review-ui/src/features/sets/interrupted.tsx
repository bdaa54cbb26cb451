import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overviewQuery } from '../../frame/overview.ts';
import { useRole } from '../../frame/session.ts';
import { count, timeInWords } from '../../lib/words.ts';
import { resumptionQuery } from './queries.ts';
import { RollBackDialog } from './roll-back-dialog.tsx';
import classes from './sets.module.css';

const SEEN = 'proofline.seen-resumption';

/** What a process that ended in the middle left behind: it went on by itself, and each set can be given back instead. */
export function Interrupted() {
  const isOperator = useRole('operator');
  const { data: resumption } = useQuery(resumptionQuery());
  const { data: overviews = [] } = useQuery(overviewQuery());
  const [seen, setSeen] = useState(() => sessionStorage.getItem(SEEN));
  const [asked, setAsked] = useState<number | null>(null);
  if (resumption == null || seen === resumption.at) return null;
  const { at, afterDeath, interruptedRuns, dueJobs, setIds } = resumption;
  const sets = overviews.filter(({ set }) => setIds.includes(set.id));
  const askedFor = sets.find(({ set }) => set.id === asked);
  return (
    <section className={classes.interrupted} aria-label="Interrupted work">
      <h2>{afterDeath ? 'Proofline ended in the middle of work' : 'Proofline was stopped in the middle of work'}</h2>
      <p>
        It took the work up again at {timeInWords(at)} and goes on by itself: {count(interruptedRuns, 'run')} cut off
        and begun anew, {count(dueJobs, 'job')} due. Nothing was lost.
      </p>
      <ul>
        {sets.map((overview) => (
          <li key={overview.set.id}>
            {overview.set.subject}, {overview.set.location} (set {overview.set.id})
            {isOperator && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Roll back instead set ${overview.set.id}`}
                onClick={() => setAsked(overview.set.id)}
              >
                Roll back instead …
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          sessionStorage.setItem(SEEN, at);
          setSeen(at);
        }}
      >
        Let it go on
      </Button>
      {askedFor !== undefined && <RollBackDialog overview={askedFor} opened close={() => setAsked(null)} />}
    </section>
  );
}
