import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hasWord } from './word-search.ts';
import classes from './frame.module.css';

type Props = {
  readonly label: string;
  /** What is searched for now; empty for nothing. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly isSearching?: boolean;
};

/** Whole words, however they are accented; searched for on Enter or by the button, not while somebody types. */
export function SearchField({ label, text, onSearch, isSearching = false }: Props) {
  const [typed, setTyped] = useState(text);
  const [isWordless, setWordless] = useState(false);
  return (
    <form
      role="search"
      aria-label={label}
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = typed.trim();
        setWordless(wanted !== '' && !hasWord(wanted));
        if (wanted === '' || hasWord(wanted)) onSearch(wanted);
      }}
    >
      <TextInput
        size="xs"
        type="search"
        aria-label={label}
        placeholder="Words in names and texts"
        maxLength={200}
        value={typed}
        error={isWordless ? 'Type a word: letters or figures' : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          // The cross of the field, and emptying it, mean that nothing is searched for any more.
          if (event.currentTarget.value === '' && text !== '') onSearch('');
        }}
      />
      <Button type="submit" size="xs" variant="default" loading={isSearching}>
        Search
      </Button>
    </form>
  );
}
