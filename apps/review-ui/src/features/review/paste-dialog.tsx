import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../lib/words.ts';
import { inWords } from './candidates.ts';
import type { CopiedTexts } from './clipboard.ts';
import { fieldNames, type FieldName } from './edits.ts';
import { fieldTitles } from './field-titles.ts';
import classes from './review.module.css';

type Props = {
  readonly copied: CopiedTexts;
  readonly photos: number;
  readonly close: () => void;
  readonly onPaste: (fields: readonly FieldName[]) => void;
};

/** Which of the copied texts go over what other photos have. Keywords are what is usually shared. */
export function PasteDialog({ copied, photos, close, onPaste }: Props) {
  const [fields, setFields] = useState<readonly FieldName[]>(['keywords']);
  return (
    <Modal opened onClose={close} title={`Paste into ${count(photos, 'photo')}`}>
      <form
        className={classes.reasons}
        onSubmit={(event) => {
          event.preventDefault();
          onPaste(fields);
          close();
        }}
      >
        <p className={classes.quiet}>
          From {copied.fileName}. What stands there now is replaced; one undo brings it all back.
        </p>
        {fieldNames.map((field) => (
          <Checkbox
            key={field}
            label={fieldTitles[field]}
            description={inWords(copied[field]) || 'empty'}
            checked={fields.includes(field)}
            data-autofocus={field === 'keywords' || undefined}
            onChange={(event) => {
              const isWanted = event.currentTarget.checked;
              setFields(fieldNames.filter((name) => (name === field ? isWanted : fields.includes(name))));
            }}
          />
        ))}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            Leave them
          </Button>
          <Button type="submit" disabled={fields.length === 0}>
            Paste into {count(photos, 'photo')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
