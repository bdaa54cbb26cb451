import { Link } from '@tanstack/react-router';
import classes from './frame.module.css';

export function PageNotFound() {
  return (
    <main className={classes.wait}>
      <h1>There is no such page</h1>
      <p>
        <Link to="/review">Go to Review</Link>
      </p>
    </main>
  );
}
