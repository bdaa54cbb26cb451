import type { GateField } from '@proofline/domain/text-gate/finding.ts';
import { lazy, Suspense } from 'react';
import { ManyDialog } from './many-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import type { Acts } from './use-acts.ts';
import type { Pasting } from './use-pasting.ts';

// Not needed to look at the first photo.
const BulkDialog = lazy(() => import('./bulk/bulk-dialog.tsx'));

type Props = {
  readonly acts: Acts;
  readonly pasting: Pasting;
  readonly photos: number;
  readonly onDone: () => void;
  readonly onMend: (field: GateField) => void;
};

/** Every dialog that an act may need before it is done. */
export function Questions({ acts, pasting, photos, onDone, onMend }: Props) {
  const { question, answer } = acts;
  return (
    <>
      <RejectDialog
        photos={question?.kind === 'reason' ? question.photoIds.length : 0}
        close={answer}
        onReject={(reason) => {
          if (question?.kind === 'reason') acts.rejectAll(question.photoIds, reason);
        }}
      />
      <OverrideDialog
        findings={question?.kind === 'overrides' ? question.findings : []}
        close={() => {
          answer();
          if (question?.kind === 'overrides' && question.findings[0] !== undefined) onMend(question.findings[0].field);
        }}
        onOverride={(overrides) => {
          answer();
          onDone();
          if (question?.kind === 'overrides') acts.approveWith(question.photoId, overrides);
        }}
      />
      {question?.kind === 'many' && (
        <ManyDialog
          photos={question.photoIds.length}
          close={answer}
          onApprove={() => acts.approveMany(question.photoIds)}
        />
      )}
      {question?.kind === 'edits' && (
        <Suspense>
          <BulkDialog targets={question.targets} all={question.all} close={answer} />
        </Suspense>
      )}
      {pasting.asked !== null && (
        <PasteDialog copied={pasting.asked} photos={photos} close={pasting.close} onPaste={pasting.paste} />
      )}
    </>
  );
}
