import { Button, TextInput } from '@mantine/core';
import type { BulkChange } from '@proofline/domain/bulk-edit.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problems } from '../../../frame/problems.tsx';
import { keywordCountsQuery } from '../act-queries.ts';
import { proposeEdit } from '../bulk-edits.ts';
import type { BulkFormProps } from './bulk-form.ts';
import classes from './bulk.module.css';

/** As many as one change takes. */
const MOST_WORDS = 100;

/** Keywords come and go; those that nobody names stay as they are on each photo. */
export function KeywordsForm({ photoIds, isAsking, onPropose }: BulkFormProps) {
  const client = useQueryClient();
  const { data: counts = [], error } = useQuery(keywordCountsQuery(photoIds));
  const [typed, setTyped] = useState('');
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set());
  const added = typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const removed = counts.map(({ keyword }) => keyword).filter((keyword) => unwanted.has(keyword));
  const changes: readonly BulkChange[] = [
    ...inParts(removed).map((keywords) => ({ kind: 'remove-keywords' as const, keywords })),
    ...inParts(added).map((keywords) => ({ kind: 'add-keywords' as const, keywords })),
  ];
  const toggle = (keyword: string) =>
    setUnwanted((before) => {
      const next = new Set(before);
      if (!next.delete(keyword)) next.add(keyword);
      return next;
    });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (changes.length > 0) onPropose(proposeEdit(client, { photoIds: [...photoIds], changes: [...changes] }));
      }}
    >
      <TextInput
        label="Add"
        placeholder="winter, frozen canal"
        description="A comma lies between two. A photo that has one already keeps it as it is."
        value={typed}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== null && <Problems error={error} title="The keywords could not be counted" />}
      <p id="bulk-keywords">On these photos; press one to remove it:</p>
      <ul className={classes.keywords} aria-labelledby="bulk-keywords">
        {counts.map(({ keyword, photos }) => (
          <li key={keyword}>
            <button type="button" aria-pressed={unwanted.has(keyword)} onClick={() => toggle(keyword)}>
              <span>{keyword}</span> ({photos})
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button type="submit" disabled={changes.length === 0 || changes.length > 20} loading={isAsking}>
          Preview
        </Button>
        <span role="status">
          {removed.length === 0 ? '' : `removes ${removed.length}`}
          {removed.length > 0 && added.length > 0 ? ', ' : ''}
          {added.length === 0 ? '' : `adds ${added.length}`}
        </span>
      </div>
    </form>
  );
}

const inParts = (words: readonly string[]) =>
  Array.from({ length: Math.ceil(words.length / MOST_WORDS) }, (_, part) =>
    words.slice(part * MOST_WORDS, (part + 1) * MOST_WORDS),
  );
