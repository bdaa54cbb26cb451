import { Button } from '@mantine/core';
import { useState } from 'react';

/** As many rows as are drawn at once; more on demand. */
const PAGE = 200;

export function useRows<Row>(rows: readonly Row[]) {
  const [most, setMost] = useState(PAGE);
  return {
    shown: rows.slice(0, most),
    left: Math.max(0, rows.length - most),
    onMore: () => setMost((before) => before + PAGE),
  };
}

export function MoreRows({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  if (left === 0) return null;
  return (
    <Button variant="default" size="compact-sm" onClick={onMore}>
      Show {Math.min(left, PAGE)} more of {left}
    </Button>
  );
}
