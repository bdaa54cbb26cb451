import { Button, Modal } from '@mantine/core';
import type { PublicationPlan } from '@proofline/domain/publication.ts';
import { Problems } from '../../frame/problems.tsx';
import { bytesInWords, count } from '../../lib/words.ts';
import { usePublish } from './queries.ts';
import classes from './publish.module.css';

type Props = {
  readonly opened: boolean;
  readonly close: () => void;
  readonly plan: PublicationPlan;
  readonly photoIds: readonly number[];
  readonly onPublished: (photoIds: readonly number[]) => void;
};

/** The last look before bytes leave: exactly the photos of the plan that is shown, each checked again by the server. */
export function ConfirmDialog({ opened, close, plan, photoIds, onPublished }: Props) {
  const publish = usePublish();
  const of = (wanted: string) =>
    plan.items.filter(({ change, blockedBy }) => change === wanted && blockedBy.length === 0);
  return (
    <Modal opened={opened} onClose={close} title={`Publish ${count(photoIds.length, 'photo')}?`}>
      <ul className={classes.counts}>
        <li>{count(of('new').length, 'new photo')}</li>
        <li>{count(of('image-changed').length, 'changed image')}</li>
        <li>{count(of('text-changed').length, 'changed text')}</li>
        <li>{bytesInWords(plan.bytes)} to send</li>
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
              onSuccess() {
                close();
                onPublished(photoIds);
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
