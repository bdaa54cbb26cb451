import { Button, Modal } from '@mantine/core';
import { count } from '../../lib/words.ts';
import classes from './review.module.css';

type Props = { readonly photos: number; readonly close: () => void; readonly onApprove: () => void };

/** A key that meets a large selection by accident does nothing yet. */
export function ManyDialog({ photos, close, onApprove }: Props) {
  return (
    <Modal opened onClose={close} title={`Approve ${count(photos, 'photo')}?`}>
      <div className={classes.reasons}>
        <p className={classes.quiet}>
          Each is approved as it stands; what is blocked or incomplete is left and named. One undo takes all of them
          back.
        </p>
        <div className={classes.buttons}>
          <Button variant="default" data-autofocus onClick={close}>
            Leave them
          </Button>
          <Button
            onClick={() => {
              close();
              onApprove();
            }}
          >
            Approve {count(photos, 'photo')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
