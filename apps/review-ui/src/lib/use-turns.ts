import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/**
 * How many of these parts of a page are drawn by now: the first at once, each other one a frame later, so that a key or a click need not wait for all of
 * a long page. Parts come in the order in which they stand, so none pushes another one away.
 */
export function useTurns(parts: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(
    () => (drawn < parts ? afterFrame(() => startTransition(() => setDrawn(drawn + 1))) : undefined),
    [drawn, parts],
  );
  return drawn;
}
