import { Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import { connection } from '../lib/live-events.ts';
import { useStore } from '../lib/store.ts';
import { unanswered } from '../lib/until-answered.ts';
import { count, timeInWords } from '../lib/words.ts';
import classes from './frame.module.css';

/** A line that comes back at once is not worth a word. */
const WORTH_A_WORD_MS = 1_500;

/** Says since when what is shown is old, and what waits to be sent. */
export function OfflineBanner() {
  const isLost = useStore(connection) === 'lost';
  const waiting = useStore(unanswered);
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    if (!isLost) return setSince(null);
    const lostAt = new Date().toISOString();
    const timer = setTimeout(() => setSince(lostAt), WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [isLost]);
  if (since === null && waiting === 0) return null;
  return (
    <p className={classes.offline} role="status">
      <Unplug size={16} aria-hidden />
      <span>
        Proofline does not answer{since === null ? '' : ` since ${timeInWords(since)}`}. What you see may be old.
        {waiting > 0 &&
          ` ${count(waiting, 'decision or edit', 'decisions and edits')} wait here and are sent when it answers; keep this page open.`}
      </span>
    </p>
  );
}
