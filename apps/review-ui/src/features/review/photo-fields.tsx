import { Button } from '@mantine/core';
import type { ReviewView } from '@proofline/domain/review.ts';
import { repaired, type Finding } from '@proofline/domain/text-gate/finding.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { useStore } from '../../lib/store.ts';
import { CandidateList } from './candidate-list.tsx';
import { candidatesOf, take, type Candidate } from './candidates.ts';
import { DraftOrigin } from './draft-origin.tsx';
import {
  edits,
  editsOf,
  isDirty,
  save,
  settleConflict,
  write,
  type FieldName,
  type PhotoEdits,
  type Values,
} from './edits.ts';
import { fieldTitles } from './field-titles.ts';
import { KeywordsField } from './keywords-field.tsx';
import { redraftsQuery } from './queries.ts';
import { RedraftForm } from './redraft-form.tsx';
import { TextField } from './text-field.tsx';
import classes from './review.module.css';

export type FieldRefs = {
  readonly caption: RefObject<HTMLTextAreaElement | null>;
  readonly altText: RefObject<HTMLTextAreaElement | null>;
  readonly keywords: RefObject<HTMLInputElement | null>;
};

/** What would be published in words, edited in place and saved by itself, with what drafts say instead. */
export function PhotoFields({ view, refs }: { readonly view: ReviewView; readonly refs: FieldRefs }) {
  const client = useQueryClient();
  const photoId = view.dossier.photo.id;
  const photoEdits = editsOf(useStore(edits), photoId);
  const { data: redrafts = [] } = useQuery(redraftsQuery(photoId));
  const { published, judgement, overrides } = view;
  const overridden = new Set(overrides.map(({ rule }) => rule));
  const findingsOf = (field: FieldName) =>
    isDirty(photoEdits, view, field)
      ? []
      : judgement.findings.filter((finding) => finding.field === field && !overridden.has(finding.rule));
  const valueOf = <Field extends FieldName>(field: Field): Values[Field] =>
    photoEdits.drafts[field] ?? published[field];
  const fieldProps = <Field extends FieldName>(field: Field) => ({
    value: valueOf(field),
    findings: findingsOf(field),
    onWrite: (value: Values[Field]) => write(client, photoId, field, value),
    onLeave: () => void save(client, photoId),
    onRepair: repair,
    children: (
      <CandidateList
        field={fieldTitles[field].toLowerCase()}
        candidates={candidatesOf(view, redrafts, field, valueOf(field))}
        onTake={(candidate) => taking.mutate(candidate)}
      />
    ),
  });
  const taking = useMutation({ mutationFn: (candidate: Candidate) => take(client, photoId, candidate) });
  function repair(finding: Finding): void {
    const mended = repaired({ ...published, ...photoEdits.drafts }, finding);
    refs[finding.field].current?.focus();
    write(client, photoId, finding.field, mended[finding.field]);
    void save(client, photoId);
  }
  return (
    <>
      <SaveState photoId={photoId} photoEdits={photoEdits} />
      {view.dossier.draft !== null && <DraftOrigin draft={view.dossier.draft} />}
      <TextField
        name="caption"
        label={fieldTitles.caption}
        command="Edit the caption"
        maxLength={2000}
        field={refs.caption}
        {...fieldProps('caption')}
      />
      <TextField
        name="altText"
        label={fieldTitles.altText}
        command="Edit the alt text"
        maxLength={1000}
        field={refs.altText}
        {...fieldProps('altText')}
      />
      <KeywordsField field={refs.keywords} {...fieldProps('keywords')} />
      {taking.isError && <Problems error={taking.error} title="The draft was not taken" />}
      <RedraftForm photoId={photoId} usual={view.dossier.set.captioner} />
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
