import { useEffect, useState } from 'react';
import classes from './frame.module.css';

/** Where waiting becomes worth a word. */
const LONG_MS = 8_000;

type Props = {
  /** What is read, for people. */
  readonly what: string;
  /** Lines of the same height as what comes, so that nothing jumps. */
  readonly lines?: number;
  readonly linePx?: number;
};

/** What is not there yet, in its place. */
export function Loading({ what, lines = 3, linePx = 28 }: Props) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.loading}>
      <p role="status">
        Loading {what} …{isLong ? ' It takes longer than usual; Proofline may be busy.' : ''}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={classes.bone} style={{ height: linePx }} />
      ))}
    </div>
  );
}
