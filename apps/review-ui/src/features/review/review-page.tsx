import { Button, Select } from '@mantine/core';
import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { LinkButton } from '../../frame/link-button.tsx';
import { Loading } from '../../frame/loading.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { narrowings, type SessionFilter } from './filter.ts';
import { ReviewSession } from './review-session.tsx';
import { endSession, useReviewSession } from './session.ts';
import classes from './review.module.css';

const route = getRouteApi('/frame/review');

/** Photo after photo before a person, who decides. */
export function ReviewPage() {
  const { photoId, ...filter } = route.useSearch();
  return <ReviewOf key={JSON.stringify(filter)} filter={filter} wantedId={photoId ?? null} />;
}

function ReviewOf({ filter, wantedId }: { readonly filter: SessionFilter; readonly wantedId: number | null }) {
  const { session, queue, begin, rememberPosition, activeMs, error, refetch, lookedBackTo } = useReviewSession(filter);
  // Drawn as a transition: in many short tasks, and not in a long one.
  const mayDraw = useDeferredValue(session !== null);
  const navigate = route.useNavigate();
  const setFilter = (search: SessionFilter) => {
    endSession(search);
    void navigate({ search });
  };
  const picker = <Picker filter={filter} queue={queue ?? []} onFilter={setFilter} />;
  if (session === null || !mayDraw)
    return (
      <div className={classes.message}>
        <div className={classes.title}>
          <h1>Review</h1>
          {filter.text !== undefined && picker}
        </div>
        {error === null || session !== null ? (
          <Loading what="the list of photos" />
        ) : (
          <Problems error={error} title="The list of photos could not be read" retry={() => void refetch()} />
        )}
      </div>
    );
  if (session.items.length === 0)
    return (
      <div className={classes.message}>
        <div className={classes.title}>
          <h1>Review</h1>
          {picker}
        </div>
        {narrowings(filter) > 0 && queue !== undefined && queue.length > 0 ? (
          <EmptyState title={filter.text === undefined ? 'No photo fits the filter' : `No photo fits “${filter.text}”`}>
            <p>
              {filter.text === undefined
                ? ''
                : 'Searched were whole words in file names, sets, captions, alt texts and keywords. '}
              {queue.length} wait without the filter.
              {lookedBackTo === null ? '' : ` Photos older than number ${lookedBackTo} were not searched.`}
            </p>
            <Button
              variant="default"
              onClick={() => setFilter(filter.setId === undefined ? {} : { setId: filter.setId })}
            >
              Show all
            </Button>
          </EmptyState>
        ) : (
          <NothingWaits onLook={() => void begin()} />
        )}
      </div>
    );
  return (
    <ReviewSession
      key={session.startedAt}
      session={session}
      wantedId={wantedId}
      picker={picker}
      activeMs={activeMs}
      onBegin={() => void begin()}
      onPosition={rememberPosition}
    />
  );
}

function NothingWaits({ onLook }: { readonly onLook: () => void }) {
  const { data = [] } = useQuery(overviewQuery());
  const underWay = data
    .flatMap(({ byState }) => [byState.queued, byState.running, byState.waiting])
    .reduce<number>((sum, photos) => sum + (photos ?? 0), 0);
  return (
    <EmptyState title="Nothing waits for review">
      <p>
        Photos come here when they are named, rendered, measured and described.
        {underWay > 0 ? ` ${underWay} are on their way.` : ''}
      </p>
      <div className={classes.buttons}>
        <LinkButton to="/sets">{underWay > 0 ? 'See how far they are' : 'Add a set'}</LinkButton>
        <Button variant="default" onClick={onLook}>
          Look again
        </Button>
      </div>
    </EmptyState>
  );
}

type PickerProps = {
  readonly filter: SessionFilter;
  readonly queue: readonly ReviewQueueItem[];
  readonly onFilter: (filter: SessionFilter) => void;
};

function Picker({ filter, queue, onFilter }: PickerProps) {
  const overview = useQuery(overviewQuery());
  const sets = (overview.data ?? []).filter(({ byState }) => (byState['in-review'] ?? 0) > 0);
  return (
    <>
      <Select
        size="xs"
        w={220}
        aria-label="Set"
        placeholder="All sets"
        clearable
        clearButtonProps={{ 'aria-label': 'All sets', tabIndex: 0, 'aria-hidden': false, size: '24px' }}
        value={filter.setId === undefined ? null : String(filter.setId)}
        data={sets.map(({ set }) => ({ value: String(set.id), label: `${set.subject}, ${set.location}` }))}
        onChange={(value) => {
          const { setId: _before, ...others } = filter;
          onFilter(value === null ? others : { ...others, setId: Number(value) });
        }}
      />
      <FilterMenu filter={filter} queue={queue} onFilter={onFilter} />
    </>
  );
}
