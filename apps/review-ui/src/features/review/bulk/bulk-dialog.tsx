import { Button, Modal } from '@mantine/core';
import type { BulkPreview, BulkResult } from '@proofline/domain/bulk-edit.ts';
import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import { useMutation } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { Problems } from '../../../frame/problems.tsx';
import { statusOf } from '../../../lib/problem.ts';
import { count } from '../../../lib/words.ts';
import type { Proposal } from '../bulk-edits.ts';
import type { BulkFormProps } from './bulk-form.ts';
import { BulkOutcome } from './bulk-outcome.tsx';
import { Choice } from './choice.tsx';
import { CsvForm } from './csv-form.tsx';
import { KeywordsForm } from './keywords-form.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ReplaceForm } from './replace-form.tsx';
import { SetForm } from './set-form.tsx';
import classes from './bulk.module.css';

const ways: readonly { readonly title: string; readonly Form: ComponentType<BulkFormProps> }[] = [
  { title: 'Find and replace', Form: ReplaceForm },
  { title: 'Keywords', Form: KeywordsForm },
  { title: 'Set a field', Form: SetForm },
  { title: 'CSV file', Form: CsvForm },
];

type Props = {
  /** What the next act is for: the selection, or the photo that is looked at. */
  readonly targets: readonly number[];
  readonly all: readonly number[];
  readonly close: () => void;
};

type Previewed = { readonly proposal: Proposal; readonly preview: BulkPreview };

/** Many photos at once: said, looked at photo by photo, carried out, and undone as one. */
export default function BulkDialog({ targets, all, close }: Props) {
  const [isOfAll, setOfAll] = useState(targets.length < 2);
  const [way, setWay] = useState(ways[0]!);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [result, setResult] = useState<BulkResult | null>(null);
  const photoIds = isOfAll ? all : targets;
  const asking = useMutation({
    mutationFn: async (proposal: Proposal) => ({ proposal, preview: await proposal.preview() }),
    onSuccess: setPreviewed,
  });
  const applying = useMutation({
    mutationFn: ({ proposal, preview }: Previewed) => proposal.apply(preview.hash),
    onSuccess: setResult,
  });
  return (
    <Modal opened onClose={close} title="Edit many photos" size={900}>
      {result !== null && previewed !== null ? (
        <BulkOutcome result={result} preview={previewed.preview} close={close} />
      ) : (
        <>
          <div className={classes.form} hidden={previewed !== null}>
            <Choice
              name="Which photos"
              options={[
                [targets.length === 1 ? 'This photo' : `${targets.length} selected`, !isOfAll, () => setOfAll(false)],
                [`All ${all.length} of this list`, isOfAll, () => setOfAll(true)],
              ]}
            />
            <Choice
              name="What to do"
              options={ways.map((other) => [other.title, other === way, () => setWay(other)])}
            />
            {photoIds.length > MOST_BULK_PHOTOS && (
              <p role="alert" className={classes.refused}>
                At most {count(MOST_BULK_PHOTOS, 'photo')} are edited at once: select fewer, or narrow the list by its
                filter.
              </p>
            )}
            {photoIds.length > 0 && photoIds.length <= MOST_BULK_PHOTOS && (
              <way.Form photoIds={photoIds} isAsking={asking.isPending} onPropose={asking.mutate} />
            )}
            {asking.isError && <Problems error={asking.error} title="There is no preview" />}
          </div>
          {previewed !== null && (
            <div className={classes.form}>
              <PreviewTable preview={previewed.preview} />
              {applying.isError && (
                <Problems
                  error={applying.error}
                  title={statusOf(applying.error) === null ? 'No answer came' : 'Nothing was changed'}
                />
              )}
              <div className={classes.buttons}>
                <Button
                  variant="default"
                  onClick={() => {
                    setPreviewed(null);
                    applying.reset();
                  }}
                >
                  Back
                </Button>
                {applying.isError && (
                  <Button
                    variant="default"
                    loading={asking.isPending}
                    onClick={() => {
                      applying.reset();
                      asking.mutate(previewed.proposal);
                    }}
                  >
                    Look again
                  </Button>
                )}
                <Button
                  disabled={previewed.preview.counts.changed === 0 || applying.isError}
                  loading={applying.isPending}
                  onClick={() => applying.mutate(previewed)}
                >
                  Change {count(previewed.preview.counts.changed, 'photo')}
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </Modal>
  );
}
