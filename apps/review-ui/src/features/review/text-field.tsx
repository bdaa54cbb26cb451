import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { useId, type ReactNode, type RefObject } from 'react';
import type { FieldName } from './edits.ts';
import { FieldHead } from './field-head.tsx';
import { FindingList } from './finding-list.tsx';
import { piecesOf } from './marked-text.ts';
import classes from './fields.module.css';

type Props = {
  readonly name: FieldName;
  readonly label: string;
  /** The command that leads here. */
  readonly command: string;
  readonly value: string;
  readonly maxLength: number;
  /** Empty while the text is another one than was judged. */
  readonly findings: readonly Finding[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (value: string) => void;
  readonly onLeave: () => void;
  readonly onRepair: (finding: Finding) => void;
  /** What drafts say instead. */
  readonly children?: ReactNode;
};

/** A text that is edited in place. The copy behind it carries the marks and gives the field its height. */
export function TextField(props: Props) {
  const { name, label, command, value, maxLength, findings, field, onWrite, onLeave, onRepair, children } = props;
  const id = useId();
  return (
    <section className={classes.field}>
      <FieldHead id={id} label={label} command={command} count={`${value.length} characters`} />
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
          data-field={name}
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
      {children}
    </section>
  );
}

const quoteIn =
  (text: string) =>
  ({ span }: Finding): string =>
    text.slice(span.start, span.end);
