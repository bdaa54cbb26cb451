import type { ReactNode } from 'react';
import classes from './frame.module.css';

/** Why there is nothing here, and what to do next. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
