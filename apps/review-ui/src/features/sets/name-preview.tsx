import { Button, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { namePreviewQuery, type NewSet } from './queries.ts';
import classes from './sets.module.css';

const TYPING_MS = 250;

type Words = Pick<NewSet, 'subject' | 'location' | 'folderKey'>;

/** What the names would be; undefined while a part is missing. */
export function useNamePreview(words: Words) {
  const [settled] = useDebouncedValue(words, TYPING_MS);
  const isComplete = Object.values(settled).every((text) => text.trim() !== '');
  return useQuery({ ...namePreviewQuery(settled), enabled: isComplete, placeholderData: (before) => before });
}

type Props = {
  readonly preview: ReturnType<typeof useNamePreview>['data'];
  readonly folderKey: string;
  readonly mayMakeFolder: boolean;
  readonly onMakeFolder: (may: boolean) => void;
  readonly onFolder: (key: string) => void;
};

/** What the names of the set will look like, and what has to be said before there are any. */
export function NamePreview({ preview, folderKey, mayMakeFolder, onMakeFolder, onFolder }: Props) {
  if (preview === undefined) return <p className={classes.quiet}>The names show here once all three are filled in.</p>;
  return (
    <div className={classes.names}>
      <p className={classes.quiet}>So the names will look; camera, year and number come from each photo:</p>
      <output className={classes.name}>{preview.name}</output>
      {preview.problems.map((problem) => (
        <p key={problem} className={classes.refused}>
          <TriangleAlert size={14} aria-hidden /> {problem}
        </p>
      ))}
      {preview.folderKey === null && (
        <>
          <p className={classes.warning}>
            <TriangleAlert size={14} aria-hidden /> The site has no folder “{folderKey.trim()}” yet.
          </p>
          {preview.nearest.length > 0 && (
            <div className={classes.buttons}>
              {preview.nearest.map((key) => (
                <Button key={key} size="compact-sm" variant="default" onClick={() => onFolder(key)}>
                  Use {key}
                </Button>
              ))}
            </div>
          )}
          <Checkbox
            label="Make it a new folder of the site"
            checked={mayMakeFolder}
            onChange={(event) => onMakeFolder(event.currentTarget.checked)}
          />
        </>
      )}
    </div>
  );
}
