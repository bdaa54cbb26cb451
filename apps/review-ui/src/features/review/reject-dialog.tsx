import { Button, Kbd, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './review.module.css';

const usual = [
  'Not sharp',
  'Badly exposed',
  'Another frame is better',
  'Wrong subject or place',
  'Not for the site',
] as const;

type Props = {
  /** How many are rejected; none when the dialog is closed. */
  readonly photos: number;
  readonly close: () => void;
  readonly onReject: (reason: string) => void;
};

/** Why a photo is rejected: one digit, or words. */
export function RejectDialog({ photos, close, onReject }: Props) {
  const opened = photos > 0;
  const [words, setWords] = useState('');
  const give = (reason: string) => {
    setWords('');
    close();
    onReject(reason);
  };
  // On the window: the digit may come before the focus has moved into the dialog.
  useEffect(() => {
    if (!opened) return;
    const listener = (event: KeyboardEvent) => {
      const reason = event.target instanceof HTMLInputElement ? undefined : usual[Number(event.key) - 1];
      if (reason === undefined) return;
      event.preventDefault();
      give(reason);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={photos > 1 ? `Why are these ${photos} photos rejected?` : 'Why is this photo rejected?'}
    >
      <div className={classes.reasons}>
        {usual.map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            justify="flex-start"
            leftSection={<Kbd size="xs">{index + 1}</Kbd>}
            data-autofocus={index === 0 || undefined}
            onClick={() => give(reason)}
          >
            {reason}
          </Button>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') give(words.trim());
          }}
        >
          <TextInput
            label="Another reason"
            value={words}
            maxLength={2000}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </form>
      </div>
      <p className={classes.quiet}>
        Name and files are given back ten seconds later; until then U or Ctrl + Z takes the rejection back. Later, Ctrl
        + Z has the photo made anew.
      </p>
    </Modal>
  );
}
