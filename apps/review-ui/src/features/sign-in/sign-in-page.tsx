import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { SignedOut } from '../../frame/signed-out.tsx';
import { api, parseResponse } from '../../lib/api.ts';
import { signsInByPassword } from '../../lib/origin.ts';
import { PasswordForm } from './password-form.tsx';
import classes from './sign-in-page.module.css';

/** Swaps the code of the link for a session. The code is taken out of the address first, so that no history keeps it. */
export function SignInPage() {
  const [code] = useState(() => location.hash.slice(1));
  const isAsked = useRef(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isError, error } = useMutation({
    mutationFn: () => parseResponse(api.session.$post({ json: { code } })),
    async onSuccess() {
      await client.resetQueries();
      await navigate({ to: '/', replace: true });
    },
  });
  useEffect(() => {
    history.replaceState(null, '', location.pathname);
    if (code === '' || isAsked.current || signsInByPassword()) return;
    isAsked.current = true;
    mutate();
  }, [code, mutate]);
  if (signsInByPassword()) return <PasswordForm />;
  if (code === '') return <SignedOut />;
  return (
    <main className={classes.page}>
      <h1>Proofline</h1>
      {isError ? <Problems error={error} title="Not signed in" /> : <p role="status">Signing in …</p>}
    </main>
  );
}
