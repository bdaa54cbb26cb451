import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { FieldHead } from './field-head.tsx';
import { FindingList } from './finding-list.tsx';
import classes from './fields.module.css';

const LONGEST_KEYWORD = 64;

type Props = {
  readonly value: readonly string[];
  readonly findings: readonly Finding[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onWrite: (value: readonly string[]) => void;
  readonly onLeave: () => void;
  readonly onRepair: (finding: Finding) => void;
  /** What drafts say instead. */
  readonly children?: ReactNode;
};

/** Keywords one by one: Enter or a comma adds, Backspace in the empty field takes the last one away, each has a button of its own. */
export function KeywordsField({ value, findings, field, onWrite, onLeave, onRepair, children }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = () => {
    const added = typed
      .split(',')
      .map((keyword) => keyword.trim())
      .filter((keyword) => keyword !== '' && !value.includes(keyword));
    setTyped('');
    if (added.length > 0) onWrite([...value, ...new Set(added)]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed !== '') || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      onWrite(value.slice(0, -1));
    }
  };
  const remove = (index: number) => {
    field.current?.focus();
    onWrite(value.toSpliced(index, 1));
  };
  return (
    <section className={classes.field}>
      <FieldHead id={id} label="Keywords" command="Add keywords" count={`${value.length}`} />
      <div className={classes.keywords}>
        <ul aria-label="Keywords of this photo">
          {value.map((keyword, index) => (
            <li key={keyword} data-severity={severityAt(findings, index)}>
              {keyword}
              <button type="button" aria-label={`Remove ${keyword}`} onClick={() => remove(index)}>
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <input
          id={id}
          ref={field}
          data-field="keywords"
          value={typed}
          maxLength={LONGEST_KEYWORD}
          placeholder="Add a keyword"
          autoComplete="off"
          aria-describedby={`${id}-findings`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            add();
            onLeave();
          }}
        />
      </div>
      <FindingList
        id={`${id}-findings`}
        findings={findings}
        quoteOf={({ span }) => value.slice(span.start, span.end).join(', ')}
        onRepair={onRepair}
      />
      {children}
    </section>
  );
}

function severityAt(findings: readonly Finding[], index: number): string {
  const here = findings.filter(({ span }) => span.start <= index && index < span.end);
  return here.some(({ severity }) => severity === 'block') ? 'block' : here.length > 0 ? 'warn' : 'none';
}
