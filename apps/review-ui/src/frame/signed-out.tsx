import { Navigate } from '@tanstack/react-router';
import { signsInByPassword } from '../lib/origin.ts';
import classes from './frame.module.css';

/** Nobody is signed in, or no longer. */
export function SignedOut() {
  if (signsInByPassword()) return <Navigate to="/sign-in" replace />;
  return (
    <main className={classes.wait}>
      <h1>You are not signed in</h1>
      <p>Proofline prints a link at its start that signs one browser in, once. Another one comes from the terminal:</p>
      <code className={classes.code}>npm run proofline -- sign-in</code>
      <p>Open it here. Nothing was changed.</p>
    </main>
  );
}
