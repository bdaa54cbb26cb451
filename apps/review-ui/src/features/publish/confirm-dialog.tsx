import { Button, Modal } from '@mantine/core';
import type { PublicationPlan } from '@proofline/domain/publication.ts';
import { Problems } from '../../frame/problems.tsx';
import { bytesInWords, count, secondsInWords } from '../../lib/words.ts';
import { planTally } from './plan-tally.ts';
import { runOf, type PublicationRun } from './publication-run.ts';
import { usePublish } from './queries.ts';
import classes from './publish.module.css';

type Props = {
  readonly close: () => void;
  readonly plan: PublicationPlan;
  readonly photoIds: readonly number[];
  /** Null when nothing of it was due any more. */
  readonly onPublished: (run: PublicationRun | null) => void;
};

/** The last look before bytes leave: exactly the photos of the plan that is shown, each checked again by the server. */
export function ConfirmDialog({ close, plan, photoIds, onPublished }: Props) {
  const publish = usePublish();
  const wanted = new Set(photoIds);
  const items = plan.items.filter(({ photoId }) => wanted.has(photoId));
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return (
    <Modal opened onClose={close} title={`Publish ${count(photoIds.length, 'photo')}?`}>
      <ul className={classes.counts}>
        {planTally(items)
          .filter(([, photos]) => photos > 0)
          .map(([name, photos]) => (
            <li key={name}>
              {name}: {photos}
            </li>
          ))}
        <li>
          {bytesInWords(bytes)} to send
          {plan.seconds === null || plan.photos === 0
            ? ''
            : `, about ${secondsInWords((plan.seconds * photoIds.length) / plan.photos)}`}
        </li>
      </ul>
      <p className={classes.quiet}>Each one can be withdrawn or rolled back afterwards.</p>
      {publish.isError && <Problems error={publish.error} title="Nothing was published" />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        <Button
          data-autofocus
          loading={publish.isPending}
          onClick={() =>
            publish.mutate(photoIds, {
              onSuccess(start) {
                close();
                onPublished(runOf(start));
              },
            })
          }
        >
          Publish {count(photoIds.length, 'photo')}
        </Button>
      </div>
    </Modal>
  );
}
