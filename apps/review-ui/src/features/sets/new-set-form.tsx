import { Autocomplete, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { noteOn } from '@proofline/domain/captioner-desk.ts';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { captionersQuery } from '../../frame/captioners.ts';
import { announce } from '../../lib/announce.ts';
import { useCommands, useKeyOf } from '../../lib/commands.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { NewLocation } from './new-location.tsx';
import { NamePreview, useNamePreview } from './name-preview.tsx';
import { plan, replace, type PlannedSet } from './planned-sets.ts';
import type { NewSet } from './queries.ts';
import { SubjectSuggestion } from './subject-suggestion.tsx';
import classes from './sets.module.css';

const ADD = 'Put the set on the list';

type Props = {
  readonly known: readonly SetOverview[];
  /** A set of the list that is being changed; null for a new one. */
  readonly edited: PlannedSet | null;
  readonly onDone: () => void;
};

type Draft = Omit<NewSet, 'sourceFolder'> & { readonly sourceFolder: string | null };

const nothing: Draft = {
  sourceFolder: null,
  includeSubfolders: true,
  subject: '',
  location: '',
  folderKey: '',
  onBlocked: 'pause',
};

/** What a set is: a folder, what it shows, where it was taken, and where it goes on the site. */
export function NewSetForm({ known, edited, onDone }: Props) {
  const [draft, setDraft] = useState<Draft>(edited ?? nothing);
  const [mayMakeFolder, setMayMakeFolder] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { subject, location, folderKey, sourceFolder } = draft;
  const { data: preview } = useNamePreview({ subject, location, folderKey });
  const isNewFolder = preview?.folderKey === null;
  const missing = whatIsMissing(draft, preview?.problems ?? [], isNewFolder && !mayMakeFolder);
  const submit = () => {
    if (sourceFolder === null || missing !== null) return announce(missing ?? '');
    const { key: _key, problems: _problems, ...set } = { key: '', problems: [], ...draft };
    const asked = { ...set, sourceFolder, folderKey: preview?.folderKey ?? folderKey.trim() };
    if (edited === null) plan(asked);
    else replace(edited.key, asked);
    announce(`${subject} is on the list`);
    setDraft(nothing);
    setMayMakeFolder(false);
    onDone();
  };
  useCommands('Sets', [{ keys: ['ctrl+enter'], title: ADD, run: submit, inFields: true }]);
  const key = useKeyOf(ADD);
  const used = (part: (overview: SetOverview) => string) => [...new Set(known.map(part))];
  const locations = used(({ set }) => set.location);
  const earlier = known.filter(({ set }) => set.sourceFolder === sourceFolder && set.state !== 'rolled-back');
  return (
    <form
      className={classes.form}
      aria-label={edited === null ? 'New set' : `Change ${edited.subject}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{edited === null ? 'New set' : 'Change the set'}</h2>
      <FolderBrowser chosen={sourceFolder} onChoose={(path) => change({ sourceFolder: path })} />
      {earlier.map(({ set }) => (
        <p key={set.id} className={classes.warning}>
          Set {set.id} was made of this folder already; the same photos are refused as duplicates.
        </p>
      ))}
      <Checkbox
        label="With its subfolders"
        checked={draft.includeSubfolders}
        onChange={(event) => change({ includeSubfolders: event.currentTarget.checked })}
      />
      <TextInput
        label="Subject"
        description="What the photos show; a part of every file name"
        maxLength={200}
        value={subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Autocomplete
        label="Location"
        description="Where they were taken, for example Lisse Netherlands"
        maxLength={200}
        data={locations}
        value={location}
        onChange={(value) => change({ location: value })}
      />
      <NewLocation location={location} known={locations} onUse={(value) => change({ location: value })} />
      <Autocomplete
        label="Folder"
        description="Key of the category on the site"
        maxLength={100}
        data={[...new Set([...used(({ set }) => set.folderKey), ...Object.keys(defaultFolderMap)])]}
        value={folderKey}
        onChange={(value) => change({ folderKey: value })}
      />
      <NamePreview
        preview={preview}
        folderKey={folderKey}
        mayMakeFolder={mayMakeFolder}
        onMakeFolder={setMayMakeFolder}
        onFolder={(value) => change({ folderKey: value })}
      />
      <details className={classes.more}>
        <summary>More</summary>
        <CaptionerSelect value={draft.captioner ?? null} onChange={(captioner) => change({ captioner })} />
        <Select
          size="xs"
          label="When something is down"
          data={[
            { value: 'pause', label: 'The set waits and goes on by itself' },
            { value: 'roll-back', label: 'The set gives everything back' },
          ]}
          allowDeselect={false}
          value={draft.onBlocked}
          onChange={(value) => change({ onBlocked: value === 'roll-back' ? 'roll-back' : 'pause' })}
        />
      </details>
      <div className={classes.buttons}>
        <Button type="submit" disabled={missing !== null}>
          {edited === null ? 'Add set' : 'Keep the changes'}
          {key === undefined ? '' : ` (${key})`}
        </Button>
        {edited !== null && (
          <Button variant="default" onClick={onDone}>
            Leave it as it was
          </Button>
        )}
      </div>
      {missing !== null && <p className={classes.quiet}>{missing}</p>}
      <SubjectSuggestion
        sourceFolder={sourceFolder}
        includeSubfolders={draft.includeSubfolders}
        typed={subject}
        onUse={(suggested) => change({ subject: suggested })}
      />
    </form>
  );
}

function whatIsMissing(draft: Draft, problems: readonly string[], needsFolder: boolean): string | null {
  if (draft.sourceFolder === null) return 'Choose a folder first.';
  if ([draft.subject, draft.location, draft.folderKey].some((text) => text.trim() === ''))
    return 'Fill in all three fields.';
  if (problems.length > 0) return 'No names can be made of these words.';
  return needsFolder ? 'Say that the folder is new, or take one that the site has.' : null;
}

type CaptionerProps = {
  readonly value: string | null;
  readonly onChange: (captioner: string | undefined) => void;
};

function CaptionerSelect({ value, onChange }: CaptionerProps) {
  const { data = [] } = useQuery(captionersQuery());
  const usual = data.find(({ isUsual }) => isUsual)?.id ?? 'the usual one';
  return (
    <Select
      size="xs"
      label="Who drafts the text"
      placeholder={usual}
      description={noteOn(value ?? usual) ?? undefined}
      data={data.map(({ id, problems }) => ({
        value: id,
        label: [id, problems?.[0]?.reason ?? noteOn(id)].filter((part) => part !== null).join(': '),
      }))}
      clearable
      clearButtonProps={{ 'aria-label': 'The usual captioner', tabIndex: 0, 'aria-hidden': false }}
      value={value}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
