import { Button, Modal, TextInput } from '@mantine/core';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { useState } from 'react';
import type { Override } from './queries.ts';
import classes from './review.module.css';

type Props = {
  /** What blocks; empty when the dialog is closed. */
  readonly findings: readonly Finding[];
  readonly close: () => void;
  readonly onOverride: (overrides: readonly Override[]) => void;
};

/** The text is mended, or a person says rule by rule why it may stay. Both are kept with the approval. */
export function OverrideDialog({ findings, close, onOverride }: Props) {
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const overrides = rules.map((rule) => ({ rule, note: (notes[rule] ?? '').trim() }));
  const isComplete = overrides.every(({ note }) => note !== '');
  return (
    <Modal opened={findings.length > 0} onClose={close} title="This text is blocked" size="lg">
      <form
        className={classes.reasons}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isComplete) return;
          setNotes({});
          onOverride(overrides);
        }}
      >
        <p className={classes.quiet}>Mend it, which is the usual way, or say for each rule why the text may stay.</p>
        {rules.map((rule, index) => (
          <TextInput
            key={rule}
            label={`Rule ${rule}`}
            description={reasonsOf(findings, rule)}
            placeholder="Why it may stay"
            value={notes[rule] ?? ''}
            maxLength={2000}
            data-autofocus={index === 0 || undefined}
            onChange={(event) => setNotes({ ...notes, [rule]: event.currentTarget.value })}
          />
        ))}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            Mend the text
          </Button>
          <Button type="submit" disabled={!isComplete}>
            Approve with these notes
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Each reason once: caption, alt text and keywords may share one. */
const reasonsOf = (findings: readonly Finding[], rule: string) =>
  [...new Set(findings.filter((finding) => finding.rule === rule).map(({ reason }) => reason))].join('; ');
