import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterFrame } from '../../lib/after-frame.ts';

/**
 * A value for what takes long to draw: it follows once the frame of what changes at once is on the screen. `catchUp` draws it before it returns, for whoever
 * needs the elements now; not within a render or an effect.
 */
export function useBehind<Value>(value: Value): { readonly shown: Value; readonly catchUp: () => void } {
  const [shown, setShown] = useState(value);
  useEffect(() => afterFrame(() => setShown(value)), [value]);
  return { shown, catchUp: () => flushSync(() => setShown(value)) };
}
