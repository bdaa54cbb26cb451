import type { OtherDraft, TextDraft } from '@proofline/domain/text-draft.ts';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { draftedBy } from './drafted-by.ts';
import classes from './review.module.css';

/** Who drafted, whether a model looked at all, and who else was asked and why that draft is not here. */
export function DraftOrigin({ draft }: { readonly draft: TextDraft }) {
  const { model, failure, fallback, passedOver, isRepaired } = draft;
  return (
    <div className={classes.origin} role="group" aria-label="Where the draft is from">
      {failure === undefined ? (
        <p className={model === null ? classes.doubt : classes.quiet}>
          {model === null && <TriangleAlert size={14} aria-hidden />} Drafted by {draftedBy(draft)}
          {isRepaired === true && ', from a reply that had to be mended'}
        </p>
      ) : (
        <p className={classes.blocker}>
          <CircleAlert size={14} aria-hidden /> No draft by {draftedBy(draft)}: {failure}. Write the texts, or ask for
          another draft.
        </p>
      )}
      {fallback !== undefined && (
        <p className={classes.doubt}>
          <TriangleAlert size={14} aria-hidden /> In place of {otherInWords(fallback)}, which was passed over:{' '}
          <Reasons of={fallback} />
        </p>
      )}
      {passedOver !== undefined && (
        <p className={classes.quiet}>
          {otherInWords(passedOver)} was asked too, and passed over: <Reasons of={passedOver} />
        </p>
      )}
    </div>
  );
}

const otherInWords = ({ captioner, model }: OtherDraft) => (model === null ? captioner : `${captioner}, ${model}`);

/** Each once: one rule may have found the same in every field. */
function Reasons({ of: { reason } }: { readonly of: OtherDraft }) {
  return <span className={classes.quiet}>{[...new Set(reason.split('; '))].join('; ')}</span>;
}
