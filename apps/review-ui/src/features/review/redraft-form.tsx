import { Button, Select, TextInput } from '@mantine/core';
import type { Redraft } from '@proofline/domain/redraft.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { captionersQuery } from '../../frame/captioners.ts';
import { Problems } from '../../frame/problems.tsx';
import { redraftsQuery, sendRedraft } from './queries.ts';
import classes from './fields.module.css';

/** Sends the text back to be drafted anew, with a word on what to mind. The new draft lies beside what stands there and changes nothing. */
export function RedraftForm({ photoId, usual }: { readonly photoId: number; readonly usual: string }) {
  const client = useQueryClient();
  const [hint, setHint] = useState('');
  const [captioner, setCaptioner] = useState<string | null>(null);
  const redrafts = useQuery(redraftsQuery(photoId));
  const captioners = useQuery(captionersQuery());
  const ask = useMutation({
    mutationFn: () =>
      sendRedraft(photoId, {
        ...(hint.trim() !== '' && { hint: hint.trim() }),
        ...(captioner !== null && { captioner }),
      }),
    async onSuccess() {
      setHint('');
      await client.invalidateQueries({ queryKey: redraftsQuery(photoId).queryKey });
    },
  });
  const open = (redrafts.data ?? []).filter(({ state }) => state !== 'drafted');
  const others = (captioners.data ?? []).filter(({ id, problems }) => id !== usual && problems?.length === 0);
  return (
    <form
      className={classes.redraft}
      aria-label="Another draft"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <TextInput
        size="xs"
        label="Another draft"
        placeholder="What to mind, for example: it is dusk"
        maxLength={500}
        value={hint}
        onChange={(event) => setHint(event.currentTarget.value)}
      />
      {others.length > 0 && (
        <Select
          size="xs"
          aria-label="By whom"
          placeholder={usual}
          data={others.map(({ id }) => id)}
          value={captioner}
          onChange={setCaptioner}
        />
      )}
      <Button size="compact-sm" variant="default" type="submit" loading={ask.isPending}>
        Draft again
      </Button>
      {ask.isError && <Problems error={ask.error} title="Nothing was asked for" />}
      {open.map((redraft) => (
        <p key={redraft.id} role="status" className={redraft.state === 'failed' ? classes.failed : classes.by}>
          {standing(redraft)}
        </p>
      ))}
    </form>
  );
}

function standing({ state, hint, captioner, problem }: Redraft): string {
  const what = hint === null ? `A draft by ${captioner}` : `A draft by ${captioner}, told “${hint}”`;
  if (state === 'failed') return `${what} came to nothing: ${problem ?? 'no reason was given'}`;
  return problem === null ? `${what} is on its way` : `${what} waits: ${problem}`;
}
