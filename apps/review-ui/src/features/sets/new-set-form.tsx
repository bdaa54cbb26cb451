import { Autocomplete, Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { useCommands } from '../../lib/commands.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { useAddSet } from './queries.ts';
import classes from './sets.module.css';

const nothing = { subject: '', location: '', folderKey: '' };

/** What a set is: a folder, what it shows, where it was taken, and where it goes on the site. */
export function NewSetForm({ known }: { readonly known: readonly SetOverview[] }) {
  const [sourceFolder, setSourceFolder] = useState<string | null>(null);
  const [includeSubfolders, setIncludeSubfolders] = useState(true);
  const [words, setWords] = useState(nothing);
  const add = useAddSet();
  const isComplete = sourceFolder !== null && Object.values(words).every((text) => text.trim() !== '');
  const submit = () => {
    if (sourceFolder === null || !isComplete || add.isPending) return;
    add.mutate(
      { sourceFolder, includeSubfolders, ...words },
      {
        onSuccess(set) {
          setWords(nothing);
          setSourceFolder(null);
          notifications.show({ message: `Set ${set.id} is on its way: ${set.subject}, ${set.location}` });
        },
      },
    );
  };
  useCommands('Sets', [{ keys: ['ctrl+enter'], title: 'Add the set', run: submit, inFields: true }]);
  const wordsOf = (name: keyof typeof nothing) => ({
    value: words[name],
    onChange: (value: string) => setWords((before) => ({ ...before, [name]: value })),
  });
  const used = (part: (overview: SetOverview) => string) => [...new Set(known.map(part))];
  return (
    <form
      className={classes.form}
      aria-label="New set"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>New set</h2>
      <FolderBrowser chosen={sourceFolder} onChoose={setSourceFolder} />
      <Checkbox
        label="With its subfolders"
        checked={includeSubfolders}
        onChange={(event) => setIncludeSubfolders(event.currentTarget.checked)}
      />
      <TextInput
        label="Subject"
        description="What the photos show; a part of every file name"
        maxLength={200}
        value={words.subject}
        onChange={(event) => setWords((before) => ({ ...before, subject: event.target.value }))}
      />
      <Autocomplete
        label="Location"
        description="Where they were taken, for example Lisse Netherlands"
        maxLength={200}
        data={used(({ set }) => set.location)}
        {...wordsOf('location')}
      />
      <Autocomplete
        label="Folder"
        description="Key of the category on the site"
        maxLength={100}
        data={[...new Set([...used(({ set }) => set.folderKey), ...Object.keys(defaultFolderMap)])]}
        {...wordsOf('folderKey')}
      />
      {add.isError && <Problems error={add.error} title="The set was not added" />}
      <Button type="submit" disabled={!isComplete} loading={add.isPending}>
        Add set
      </Button>
      {!isComplete && (
        <p className={classes.quiet}>
          {sourceFolder === null ? 'Choose a folder first.' : 'Fill in all three fields.'}
        </p>
      )}
    </form>
  );
}
