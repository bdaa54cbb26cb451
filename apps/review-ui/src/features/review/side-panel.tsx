import { Button } from '@mantine/core';
import type { ReviewView } from '@proofline/domain/review.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, CircleAlert, CircleDashed, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { settle, type Decision } from './decisions.ts';
import { draftedBy } from './drafted-by.ts';
import { exposureOf } from './exposure.ts';
import { HistoryBlock } from './history-block.tsx';
import { PhotoFields, type FieldRefs } from './photo-fields.tsx';
import { QualityBlock } from './quality-block.tsx';
import { dossierQuery, reviewQuery } from './queries.ts';
import { readAgain } from './read-again.ts';
import type { SessionItem } from './session.ts';
import type { Mark } from './tally.ts';
import { rejectionInWords, useRejection, type Rejection } from './use-rejection.ts';
import classes from './review.module.css';

/** Trust below which a reviewer is told; above it a figure would only be noise. */
const DOUBTFUL = 0.5;

type Props = {
  readonly item: SessionItem;
  readonly mark: Mark;
  readonly decision: Decision | undefined;
  readonly refs: FieldRefs;
};

/** Everything that is said of the photo on the stage. */
export function SidePanel({ item, mark, decision, refs }: Props) {
  const { photoId, isGone, fileName } = item;
  const isReviving = decision?.phase === 'reviving';
  const { data: view, error, refetch } = useQuery({ ...reviewQuery(photoId), enabled: !isGone && !isReviving });
  const rejection = useRejection(photoId, mark, decision);
  useRevival(photoId, isReviving);
  return (
    <aside className={classes.panel} aria-label="Text and facts">
      <StandingLine mark={mark} decision={decision} view={view} rejection={rejection} />
      {decision?.phase === 'failed' && (
        <div className={classes.conflict} role="alert">
          <strong>Not decided</strong>
          {decision.problems.map((problem) => (
            <span key={problem}>{problem}</span>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => settle(photoId)}>
            Dismiss
          </Button>
        </div>
      )}
      {isGone && !isReviving && rejection === null && (
        <p>This photo rests in review no longer: it was published, rejected or taken back.</p>
      )}
      {error !== null && view === undefined && !isGone && !isReviving && (
        <Problems error={error} title="Its text could not be read" retry={() => void refetch()} />
      )}
      {isReviving && <p role="status">It is made anew from its original and comes back to review in a moment.</p>}
      {view === undefined && error === null && !isGone && !isReviving && <p role="status">Loading its text …</p>}
      {view !== undefined && mark !== 'rejected' && !isGone && !isReviving && (
        <>
          {view.blockers.map((blocker) => (
            <p key={blocker} className={classes.blocker}>
              <CircleAlert size={14} aria-hidden /> Cannot be approved: {blocker}
            </p>
          ))}
          {(view.dossier.draft?.confidence === 'low' || view.judgement.confidence.overall < DOUBTFUL) && (
            <p className={classes.doubt}>
              <TriangleAlert size={14} aria-hidden /> Look closely: the text of this photo can be trusted little
            </p>
          )}
          <PhotoFields key={photoId} view={view} refs={refs} />
          <Overridden view={view} />
          <QualityBlock view={view} item={item} />
          <HistoryBlock photoId={photoId} />
          <Facts view={view} />
        </>
      )}
      {(view === undefined || mark === 'rejected') && <p className={classes.quiet}>{fileName}</p>}
    </aside>
  );
}

/** When a photo that was made anew is back in review, its mark and its place in the list say so. */
function useRevival(photoId: number, isReviving: boolean): void {
  const client = useQueryClient();
  const { data: dossier } = useQuery({ ...dossierQuery(photoId), enabled: isReviving });
  const isBack = dossier?.photo.state === 'in-review';
  useEffect(() => {
    if (!isReviving || !isBack) return;
    settle(photoId);
    void readAgain(client, [photoId]);
  }, [client, photoId, isReviving, isBack]);
}

const marks = {
  pending: { Icon: CircleDashed, words: 'Undecided' },
  'sent-back': { Icon: CircleDashed, words: 'Undecided' },
  approved: { Icon: Check, words: 'Approved' },
  rejected: { Icon: X, words: 'Rejected' },
  gone: { Icon: CircleDashed, words: 'No longer in review' },
} as const;

function StandingLine({
  mark,
  decision,
  view,
  rejection,
}: {
  readonly mark: Mark;
  readonly decision: Decision | undefined;
  readonly view: ReviewView | undefined;
  readonly rejection: Rejection | null;
}) {
  // Of a photo that is in review no longer, that it was rejected says more.
  const shown = rejection === null ? mark : 'rejected';
  const { Icon, words } = marks[shown];
  const phase =
    decision?.phase === 'held' ? ', sent in a moment: U takes it back' : decision?.phase === 'sending' ? ' …' : '';
  const reason = view?.dossier.review?.voidReason;
  return (
    <p className={classes.standing} data-status={shown} data-testid="standing">
      <Icon size={16} aria-hidden />
      <span>
        <strong>{words}</strong>
        {rejection !== null && rejectionInWords(rejection)}
        {phase}
        {mark === 'pending' && reason ? `: its approval no longer holds, ${reason}` : ''}
      </span>
    </p>
  );
}

function Overridden({ view: { overrides } }: { readonly view: ReviewView }) {
  if (overrides.length === 0) return null;
  return (
    <ul className={classes.quietList}>
      {overrides.map(({ rule, note, overriddenBy }) => (
        <li key={rule}>
          Rule {rule} was set aside by {overriddenBy}: {note}
        </li>
      ))}
    </ul>
  );
}

function Facts({ view: { published, dossier } }: { readonly view: ReviewView }) {
  const { camera, lensModel, dateTimeOriginal } = published;
  const facts: readonly (readonly [string, string | null])[] = [
    ['File name', published.fileName],
    ['Subject', dossier.set.subject],
    ['Location', published.location],
    ['Folder', published.folderKey],
    ['Taken', dateTimeOriginal?.replace('T', ' ') ?? null],
    ['Camera', camera?.replaceAll('_', ' ') ?? null],
    ['Lens', lensModel],
    ['Exposure', exposureOf(published)],
    ['Original', dossier.photo.sourceRelativePath],
    ['Draft by', dossier.draft === null ? null : draftedBy(dossier.draft)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
