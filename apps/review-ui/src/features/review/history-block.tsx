import { Button } from '@mantine/core';
import type { FieldVersion } from '@proofline/domain/field-history.ts';
import { historyFields, type HistoryField } from '@proofline/domain/history-field.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { announce } from '../../lib/announce.ts';
import { useKeyOf } from '../../lib/commands.ts';
import { useStore } from '../../lib/store.ts';
import { timeInWords } from '../../lib/words.ts';
import { authorInWords } from './author-in-words.ts';
import { putBack } from './edits.ts';
import { writtenTitles } from './field-titles.ts';
import { historyShown, toggleHistory } from './history-shown.ts';
import { historyQuery } from './queries.ts';
import classes from './history.module.css';

/** Every value that a field of the photo had: whose it is, when it came, and the way back to it. */
export function HistoryBlock({ photoId }: { readonly photoId: number }) {
  const isShown = useStore(historyShown);
  const button = useRef<HTMLButtonElement>(null);
  const wasShown = useRef(isShown);
  const id = useId();
  const key = useKeyOf('Who wrote what, and the way back');
  useEffect(() => {
    if (isShown && !wasShown.current) {
      button.current?.focus();
      button.current?.scrollIntoView({ block: 'start' });
    }
    wasShown.current = isShown;
  }, [isShown]);
  return (
    <section className={classes.history} aria-label="History">
      <Button
        ref={button}
        size="compact-sm"
        variant="default"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={toggleHistory}
      >
        {key === undefined ? 'History' : `History (${key})`}
      </Button>
      <div id={id} hidden={!isShown}>
        {isShown && <Versions key={photoId} photoId={photoId} />}
      </div>
    </section>
  );
}

function Versions({ photoId }: { readonly photoId: number }) {
  const client = useQueryClient();
  const { data: versions, error, refetch } = useQuery(historyQuery(photoId));
  const reversion = useMutation({
    mutationFn: (version: FieldVersion) => putBack(client, photoId, version),
    onSuccess: (_done, { field }) => announce(`Put back: ${writtenTitles[field]}`),
  });
  if (versions === undefined)
    return error === null ? (
      <p role="status">Loading its history …</p>
    ) : (
      <Problems error={error} title="Its history could not be read" retry={() => void refetch()} />
    );
  return (
    <>
      {reversion.isError && <Problems error={reversion.error} title="Nothing was put back" />}
      {historyFields.map((field) => (
        <FieldVersions
          key={field}
          field={field}
          versions={versions.filter((version) => version.field === field).toReversed()}
          onPutBack={(version) => reversion.mutate(version)}
        />
      ))}
    </>
  );
}

type Props = {
  readonly field: HistoryField;
  /** Newest first. */
  readonly versions: readonly FieldVersion[];
  readonly onPutBack: (version: FieldVersion) => void;
};

function FieldVersions({ field, versions, onPutBack }: Props) {
  if (versions.length === 0) return null;
  const title = writtenTitles[field];
  return (
    <>
      <h4>{title}</h4>
      <ol aria-label={`History: ${title}`}>
        {versions.map((version) => {
          const by = authorInWords(version.author);
          const when = version.at === null ? '' : `, ${timeInWords(version.at)}`;
          return (
            <li key={version.id} data-current={version.isCurrent}>
              <span>
                <span className={classes.by}>
                  {by}
                  {when}
                </span>
                {valueInWords(version.value)}
              </span>
              {version.isCurrent ? (
                <strong>now</strong>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Put back: ${title} by ${by}${when}`}
                  onClick={() => onPutBack(version)}
                >
                  Put back
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function valueInWords(value: unknown): string {
  if (value === null) return 'own value taken away: what was there before shows';
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
  return text === '' ? 'empty' : text;
}
