import { Circle, Unplug } from 'lucide-react';
import { connection } from '../lib/live-events.ts';
import { useStore } from '../lib/store.ts';
import classes from './frame.module.css';

const words = { connecting: 'connecting', live: 'live', lost: 'not live' } as const;

/** Whether the page follows what happens, in a word. */
export function ConnectionMark() {
  const state = useStore(connection);
  const Icon = state === 'lost' ? Unplug : Circle;
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={10} fill={state === 'live' ? 'currentColor' : 'none'} aria-hidden />
      {words[state]}
    </span>
  );
}
