import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { useId, type RefObject } from 'react';
import { FieldHead } from './field-head.tsx';
import { FindingList } from './finding-list.tsx';
import { piecesOf } from './marked-text.ts';
import classes from './fields.module.css';

type Props = {
  readonly label: string;
  readonly hotkey: string;
  readonly value: string;
  readonly maxLength: number;
  /** Empty while the text is another one than was judged. */
  readonly findings: readonly Finding[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (value: string) => void;
  readonly onLeave: () => void;
  readonly onRepair: (finding: Finding) => void;
};

/** A text that is edited in place. The copy behind it carries the marks and gives the field its height. */
export function TextField({ label, hotkey, value, maxLength, findings, field, onWrite, onLeave, onRepair }: Props) {
  const id = useId();
  return (
    <section className={classes.field}>
      <FieldHead id={id} label={label} hotkey={hotkey} count={`${value.length} characters`} />
      <div className={classes.text}>
        <div className={classes.marks} aria-hidden>
          {piecesOf(value, findings).map((piece) => (
            <mark key={piece.start} data-severity={piece.severity ?? 'none'}>
              {piece.text}
            </mark>
          ))}{' '}
        </div>
        <textarea
          id={id}
          ref={field}
          value={value}
          maxLength={maxLength}
          rows={2}
          spellCheck
          aria-describedby={`${id}-findings`}
          onChange={(event) => onWrite(event.currentTarget.value)}
          onBlur={onLeave}
        />
      </div>
      <FindingList id={`${id}-findings`} findings={findings} quoteOf={quoteIn(value)} onRepair={onRepair} />
    </section>
  );
}

const quoteIn =
  (text: string) =>
  ({ span }: Finding): string =>
    text.slice(span.start, span.end);
