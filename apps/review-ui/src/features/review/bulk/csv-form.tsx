import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Problems } from '../../../frame/problems.tsx';
import { count } from '../../../lib/words.ts';
import { askCsv } from '../act-queries.ts';
import { proposeCsv } from '../bulk-edits.ts';
import type { BulkFormProps } from './bulk-form.ts';
import classes from './bulk.module.css';

/** The texts out as a file, for a spreadsheet, and back in. */
export function CsvForm({ photoIds, isAsking, onPropose }: BulkFormProps) {
  const client = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const saving = useMutation({ mutationFn: async () => keepFile(await askCsv(photoIds)) });
  const reading = useMutation({
    mutationFn: async (chosen: File) => onPropose(proposeCsv(client, await textOf(chosen))),
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) reading.mutate(file);
      }}
    >
      <div className={classes.buttons}>
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
          Save the texts of {count(photoIds.length, 'photo')} as CSV
        </Button>
      </div>
      {saving.isError && <Problems error={saving.error} title="There is no file" />}
      <div className={classes.file}>
        <label htmlFor={id}>A file that was changed</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          aria-describedby={`${id}-about`}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        <span id={`${id}-about`} className={classes.quiet}>
          It says itself which photos it is about, by photo_id. A line whose photo changed since the file was saved is
          left; a column that is missing changes nothing.
        </span>
      </div>
      {reading.isError && <Problems error={reading.error} title="The file could not be read" />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={file === null} loading={isAsking || reading.isPending}>
          Preview
        </Button>
      </div>
    </form>
  );
}

/** As its bytes are; what is no UTF-8 the server names. */
const textOf = (file: File) => file.text();

function keepFile(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'review-fields.csv';
  link.click();
  URL.revokeObjectURL(url);
}
