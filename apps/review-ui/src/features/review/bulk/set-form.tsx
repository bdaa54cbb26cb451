import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import type { BulkChange } from '@proofline/domain/bulk-edit.ts';
import { bandOf } from '@proofline/domain/quality.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bandRatings } from '../band-ratings.ts';
import { proposeEdit } from '../bulk-edits.ts';
import { writtenTitles } from '../field-titles.ts';
import type { BulkFormProps } from './bulk-form.ts';
import classes from './bulk.module.css';

const fields = ['headline', 'caption', 'altText', 'qualityRating'] as const;
type Field = (typeof fields)[number];

/** One value for all of them, or none of a person's own. */
export function SetForm({ photoIds, isAsking, onPropose }: BulkFormProps) {
  const client = useQueryClient();
  const [field, setField] = useState<Field>('headline');
  const [words, setWords] = useState('');
  const [rating, setRating] = useState<string | null>(null);
  const [isTakenAway, setTakenAway] = useState(false);
  const change: BulkChange =
    field === 'qualityRating'
      ? { kind: 'rate', value: isTakenAway ? null : Number(rating) }
      : { kind: 'set', field, value: isTakenAway ? null : words.trim() };
  const isSaid = isTakenAway || (field === 'qualityRating' ? rating !== null : words.trim() !== '');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onPropose(proposeEdit(client, { photoIds: [...photoIds], changes: [change] }));
      }}
    >
      <div className={classes.row}>
        <Select
          label="Field"
          data={fields.map((value) => ({ value, label: writtenTitles[value] }))}
          allowDeselect={false}
          value={field}
          onChange={(value) => setField(value as Field)}
        />
        {field === 'qualityRating' ? (
          <Select
            label="Value"
            placeholder="a band"
            data={bandRatings.map((value) => ({ value: String(value), label: bandOf(value) }))}
            disabled={isTakenAway}
            value={rating}
            onChange={setRating}
          />
        ) : (
          <TextInput
            label="Value"
            value={words}
            maxLength={2000}
            disabled={isTakenAway}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </div>
      <Checkbox
        label="Take away what people wrote there"
        description="What the draft, the file or the measurement says shows again."
        checked={isTakenAway}
        onChange={(event) => setTakenAway(event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={!isSaid} loading={isAsking}>
          Preview
        </Button>
      </div>
    </form>
  );
}
