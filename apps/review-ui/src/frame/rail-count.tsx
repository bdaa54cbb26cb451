import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from './overview.ts';
import classes from './frame.module.css';

/** How much waits on a page, beside its name. */
export function RailCount({ page }: { readonly page: string }) {
  const { data: overviews = [] } = useQuery(overviewQuery());
  const sum = (of: (overview: (typeof overviews)[number]) => number) =>
    overviews.reduce((total, overview) => total + of(overview), 0);
  const counts: Readonly<Record<string, readonly [number, string]>> = {
    Review: [sum(({ byState, approved }) => (byState['in-review'] ?? 0) - approved), 'undecided'],
    Publish: [sum(({ approved }) => approved), 'approved'],
    Operations: [sum(({ discarded, stillOnSite }) => discarded.length + stillOnSite.length), 'came to nothing'],
  };
  const [photos, words] = counts[page] ?? [0, ''];
  if (photos === 0) return null;
  return (
    <span className={classes.railCount}>
      {photos > 999 ? '999+' : photos}
      <span className="unseen"> {words}</span>
    </span>
  );
}
