import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { api, parseResponse } from '../../lib/api.ts';
import classes from './sign-in-page.module.css';

/** For whoever comes from the network. What was typed stays when it was refused, and the field for the password gets the focus. */
export function PasswordForm() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isPending, isError, error } = useMutation({
    mutationFn: () => parseResponse(api.session.$post({ json: { name, password } })),
    async onSuccess() {
      await client.resetQueries();
      await navigate({ to: '/', replace: true });
    },
    onError: () => field.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <main className={classes.page}>
      <h1>Proofline</h1>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="Name"
          autoComplete="username"
          required
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <PasswordInput
          ref={field}
          label="Password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {isError && <Problems error={error} title="Not signed in" />}
        <Button type="submit" loading={isPending}>
          Sign in
        </Button>
      </form>
      <p>Whoever runs this Proofline adds people and gives them another password.</p>
    </main>
  );
}
