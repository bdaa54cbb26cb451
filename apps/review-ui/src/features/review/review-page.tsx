import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../frame/empty-state.tsx';
import { LinkButton } from '../../frame/link-button.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { ReviewSession } from './review-session.tsx';
import { useReviewSession } from './session.ts';
import classes from './review.module.css';

const route = getRouteApi('/frame/review');

/** Photo after photo before a person, who decides. */
export function ReviewPage() {
  const { setId, photoId } = route.useSearch();
  return <ReviewOf key={setId ?? 0} setId={setId ?? null} wantedId={photoId ?? null} />;
}

function ReviewOf({ setId, wantedId }: { readonly setId: number | null; readonly wantedId: number | null }) {
  const { session, begin, rememberPosition, error, refetch } = useReviewSession(setId);
  const picker = <SetPicker setId={setId} />;
  if (error !== null && session === null)
    return (
      <div className={classes.message}>
        <h1>Review</h1>
        <Problems error={error} title="The list of photos could not be read" retry={() => void refetch()} />
      </div>
    );
  if (session === null)
    return (
      <div className={classes.message}>
        <h1>Review</h1>
        <p role="status">Loading …</p>
      </div>
    );
  if (session.items.length === 0)
    return (
      <div className={classes.message}>
        <div className={classes.title}>
          <h1>Review</h1>
          {picker}
        </div>
        <EmptyState title="Nothing waits for review">
          <p>Photos come here when they are named, rendered, measured and described.</p>
          <div className={classes.buttons}>
            <LinkButton to="/sets">Add a set</LinkButton>
            <Button variant="default" onClick={() => void begin()}>
              Look again
            </Button>
          </div>
        </EmptyState>
      </div>
    );
  return (
    <ReviewSession
      key={session.startedAt}
      session={session}
      wantedId={wantedId}
      picker={picker}
      onBegin={() => void begin()}
      onPosition={rememberPosition}
    />
  );
}

function SetPicker({ setId }: { readonly setId: number | null }) {
  const navigate = route.useNavigate();
  const overview = useQuery(overviewQuery());
  const sets = (overview.data ?? []).filter(({ byState }) => (byState['in-review'] ?? 0) > 0);
  return (
    <Select
      size="xs"
      w={220}
      aria-label="Set"
      placeholder="All sets"
      clearable
      clearButtonProps={{ 'aria-label': 'All sets', tabIndex: 0, 'aria-hidden': false }}
      value={setId === null ? null : String(setId)}
      data={sets.map(({ set }) => ({ value: String(set.id), label: `${set.subject}, ${set.location}` }))}
      onChange={(value) => void navigate({ search: value === null ? {} : { setId: Number(value) } })}
    />
  );
}
