import { Button } from '@mantine/core';
import type { ReviewView } from '@proofline/domain/review.ts';
import { repaired, type Finding } from '@proofline/domain/text-gate/finding.ts';
import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useStore } from '../../lib/store.ts';
import { edits, editsOf, isDirty, save, settleConflict, write, type FieldName, type PhotoEdits } from './edits.ts';
import { KeywordsField } from './keywords-field.tsx';
import { TextField } from './text-field.tsx';
import classes from './review.module.css';

export type FieldRefs = {
  readonly caption: RefObject<HTMLTextAreaElement | null>;
  readonly altText: RefObject<HTMLTextAreaElement | null>;
  readonly keywords: RefObject<HTMLInputElement | null>;
};

/** What would be published in words, edited in place and saved by itself. */
export function PhotoFields({ view, refs }: { readonly view: ReviewView; readonly refs: FieldRefs }) {
  const client = useQueryClient();
  const photoId = view.dossier.photo.id;
  const photoEdits = editsOf(useStore(edits), photoId);
  const { published, judgement, overrides } = view;
  const overridden = new Set(overrides.map(({ rule }) => rule));
  const findingsOf = (field: FieldName) =>
    isDirty(photoEdits, view, field)
      ? []
      : judgement.findings.filter((finding) => finding.field === field && !overridden.has(finding.rule));
  const textField = (field: 'caption' | 'altText') => ({
    value: photoEdits.drafts[field] ?? published[field],
    findings: findingsOf(field),
    field: refs[field],
    onWrite: (value: string) => write(client, photoId, field, value),
    onLeave: () => void save(client, photoId),
    onRepair: repair,
  });
  function repair(finding: Finding): void {
    const mended = repaired({ ...published, ...photoEdits.drafts }, finding);
    write(client, photoId, finding.field, mended[finding.field]);
    void save(client, photoId);
    refs[finding.field].current?.focus();
  }
  return (
    <>
      <SaveState photoId={photoId} photoEdits={photoEdits} />
      <TextField label="Caption" hotkey="E" maxLength={2000} {...textField('caption')} />
      <TextField label="Alt text" hotkey="T" maxLength={1000} {...textField('altText')} />
      <KeywordsField
        value={photoEdits.drafts.keywords ?? published.keywords}
        findings={findingsOf('keywords')}
        field={refs.keywords}
        onWrite={(value) => write(client, photoId, 'keywords', value)}
        onLeave={() => void save(client, photoId)}
        onRepair={repair}
      />
    </>
  );
}

const phases = { resting: 'Saved', waiting: 'Not saved yet', saving: 'Saving …' } as const;

function SaveState({ photoId, photoEdits }: { readonly photoId: number; readonly photoEdits: PhotoEdits }) {
  const client = useQueryClient();
  const { phase, problems, theirs } = photoEdits;
  if (phase === 'failed')
    return (
      <div className={classes.conflict} role="alert">
        <strong>Not saved</strong>
        {problems.map((problem) => (
          <span key={problem}>{problem}</span>
        ))}
        <Button size="compact-sm" variant="default" onClick={() => void save(client, photoId)}>
          Save again
        </Button>
      </div>
    );
  if (phase === 'conflict')
    return (
      <div className={classes.conflict} role="alert">
        <strong>Somebody else changed this text meanwhile</strong>
        {Object.entries(theirs).map(([field, value]) => (
          <blockquote key={field}>{typeof value === 'string' ? value : value.join(', ')}</blockquote>
        ))}
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => void settleConflict(client, photoId, 'mine')}>
            Keep mine
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void settleConflict(client, photoId, 'theirs')}>
            Take theirs
          </Button>
        </div>
      </div>
    );
  return (
    <span className={classes.saved} data-testid="save-state">
      {phases[phase]}
    </span>
  );
}
