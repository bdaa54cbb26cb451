import { useEffect, useRef, useState } from 'react';
import type { FieldName } from './edits.ts';
import type { FieldRefs } from './photo-fields.tsx';

type Target = { readonly photoId: number; readonly field: FieldName };

/** The way back into a field of a photo that has yet to be shown. */
export type WayToField = {
  readonly bringTo: (target: Target) => void;
  /** Whether the person is where they were brought, and wrote nothing there since: then Ctrl + Z means the step before, not a letter. */
  readonly isThere: () => boolean;
};

export function useWayToField(refs: FieldRefs, shownId: number | undefined): WayToField {
  const [target, setTarget] = useState<Target | null>(null);
  const isThere = useRef(false);
  useEffect(() => {
    if (target === null || target.photoId !== shownId) return;
    setTarget(null);
    // In the grid there is no field.
    const element = refs[target.field].current;
    if (element === null) return;
    element.focus();
    isThere.current = true;
    const leave = () => {
      isThere.current = false;
      element.removeEventListener('input', leave);
      element.removeEventListener('blur', leave);
    };
    element.addEventListener('input', leave);
    element.addEventListener('blur', leave);
  }, [target, shownId]);
  return { bringTo: setTarget, isThere: () => isThere.current };
}
