import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { proposeEdit } from '../bulk-edits.ts';
import { writtenTitles } from '../field-titles.ts';
import type { BulkFormProps } from './bulk-form.ts';
import classes from './bulk.module.css';

const fields = ['caption', 'altText', 'headline', 'keywords'] as const;
type Field = (typeof fields)[number];

/** Words for other words, as they are written: no patterns. */
export function ReplaceForm({ photoIds, isAsking, onPropose }: BulkFormProps) {
  const client = useQueryClient();
  const [field, setField] = useState<Field>('caption');
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(true);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const change = { kind: 'replace', field, find, replacement, matchCase, wholeWord } as const;
        onPropose(proposeEdit(client, { photoIds: [...photoIds], changes: [change] }));
      }}
    >
      <div className={classes.row}>
        <TextInput
          label="Find"
          value={find}
          maxLength={500}
          data-autofocus
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput
          label="Replace by"
          placeholder="nothing: it is taken out"
          value={replacement}
          maxLength={500}
          onChange={(event) => setReplacement(event.currentTarget.value)}
        />
        <Select
          label="In"
          data={fields.map((value) => ({ value, label: writtenTitles[value] }))}
          allowDeselect={false}
          value={field}
          onChange={(value) => setField(value as Field)}
        />
      </div>
      <div className={classes.row}>
        <Checkbox
          label="Whole words only"
          checked={wholeWord}
          onChange={(event) => setWholeWord(event.currentTarget.checked)}
        />
        <Checkbox
          label="Capital and small letters differ"
          checked={matchCase}
          onChange={(event) => setMatchCase(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.buttons}>
        <Button type="submit" disabled={find === ''} loading={isAsking}>
          Preview
        </Button>
      </div>
    </form>
  );
}
