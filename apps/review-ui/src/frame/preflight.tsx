import { Button } from '@mantine/core';
import type { PreflightCheck } from '@proofline/domain/preflight.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { api, parseResponse } from '../lib/api.ts';
import { Loading } from './loading.tsx';
import { Problems } from './problems.tsx';
import classes from './preflight.module.css';

const preflightQuery = () =>
  queryOptions({
    queryKey: ['preflight'],
    queryFn: ({ signal }) => parseResponse(api.preflight.$get({}, { init: { signal } })),
  });

const names = {
  'photo-folders': 'Photo folders',
  'data-folder': 'Data folder',
  disk: 'Disk',
  'review-database': 'Review database',
  captioner: 'Captioner',
  'site-folder': 'Site folder',
  'site-server': 'Site server',
  catalogue: 'Catalogue of the site',
} as const satisfies Record<PreflightCheck['name'], string>;

const signs = {
  ok: { Icon: Check, words: 'ready' },
  warn: { Icon: TriangleAlert, words: 'look at this' },
  bad: { Icon: CircleAlert, words: 'in the way' },
} as const;

/** Everything that work depends on, with what to do where something is in the way. */
export function PreflightList() {
  const { data: checks, error, refetch, isFetching } = useQuery(preflightQuery());
  if (checks === undefined)
    return error === null ? (
      // As high as five checks and their button.
      <Loading what="what is ready" lines={5} linePx={37} />
    ) : (
      <Problems error={error} title="What is ready could not be read" retry={() => void refetch()} />
    );
  return (
    <>
      <ul className={classes.checks} aria-label="What work depends on">
        {checks.map(({ name, state, detail, remedy }) => {
          const { Icon, words } = signs[state];
          return (
            <li key={name} data-state={state}>
              <Icon size={16} aria-hidden />
              <div>
                <strong>{names[name]}</strong> <span className={classes.word}>{words}</span>
                <span className={classes.detail}>{detail}</span>
                {remedy !== null && <span>To do: {remedy}.</span>}
              </div>
            </li>
          );
        })}
      </ul>
      <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
        Look again
      </Button>
    </>
  );
}
