import { Button, Kbd } from '@mantine/core';
import { memo, useEffect } from 'react';
import { usedCommands, useKeyOf } from '../../lib/commands.ts';
import { createStore, useStore } from '../../lib/store.ts';
import classes from './review.module.css';

const KEY = 'proofline.hints';

/** Hints that this browser needs no more. */
const known = createStore<readonly string[]>(JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly string[]);
known.subscribe(() => localStorage.setItem(KEY, JSON.stringify(known.get())));

const hints = [
  ['Approve', 'approves'],
  ['Reject, with a reason', 'rejects'],
  ['Edit the caption', 'edits the caption'],
  ['Undo', 'undoes'],
  ['Fit, or one pixel on one pixel', 'looks closely'],
] as const;

/** The five keys that a first session needs. Each hint goes when its key was used. */
export const KeyHints = memo(function KeyHints() {
  const used = useStore(usedCommands);
  const done = useStore(known);
  useEffect(() => {
    known.set((before) => {
      const more = hints.map(([title]) => title).filter((title) => used.has(title) && !before.includes(title));
      return more.length === 0 ? before : [...before, ...more];
    });
  }, [used]);
  const left = hints.filter(([title]) => !done.includes(title));
  if (left.length === 0) return null;
  return (
    <div className={classes.hints} role="note" aria-label="Keys to begin with">
      {left.map(([title, words]) => (
        <Hint key={title} title={title} words={words} />
      ))}
      <span className={classes.gap} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="neutral.2"
        onClick={() => known.set(() => hints.map(([title]) => title))}
      >
        I know them
      </Button>
    </div>
  );
});

function Hint({ title, words }: { readonly title: string; readonly words: string }) {
  const key = useKeyOf(title);
  // In the grid there is nothing to edit or to look closely at.
  if (key === undefined) return null;
  return (
    <span>
      <Kbd size="xs">{key}</Kbd> {words}
    </span>
  );
}
