import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { announce } from '../../lib/announce.ts';
import { problemsOf } from '../../lib/problem.ts';
import { count } from '../../lib/words.ts';
import { copiedTexts, type CopiedTexts } from './clipboard.ts';
import { editAtOnce, type FieldName } from './edits.ts';
import { reviewQuery } from './queries.ts';
import type { SessionItem } from './session.ts';
import { rememberTogether, type Act } from './undo.ts';

/** Texts of one photo for others. */
export function usePasting(current: SessionItem | undefined, targets: readonly SessionItem[]) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<CopiedTexts | null>(null);
  async function pasteInto(texts: CopiedTexts, fields: readonly FieldName[]): Promise<void> {
    const edit = Object.fromEntries(
      fields.map((field) => [field, field === 'keywords' ? [...texts.keywords] : texts[field]]),
    );
    const done: Act[] = [];
    try {
      for (const { photoId, isGone } of targets) if (!isGone) done.push(await editAtOnce(client, photoId, edit, false));
    } finally {
      rememberTogether(done);
    }
    announce(`Pasted into ${count(done.length, 'photo')}`);
  }
  return {
    asked,
    close: () => setAsked(null),
    copy() {
      if (current === undefined || current.isGone) return;
      void client.ensureQueryData(reviewQuery(current.photoId)).then(({ published }) => {
        const { fileName, caption, altText, keywords } = published;
        copiedTexts.set(() => ({ fileName, caption, altText, keywords }));
        announce(`Copied the texts of ${fileName}`);
        notifications.show({ message: 'Texts copied; Ctrl + V pastes them into other photos', color: 'neutral' });
      });
    },
    ask() {
      const copied = copiedTexts.get();
      if (copied === null) announce('Nothing was copied');
      else setAsked(copied);
    },
    paste(fields: readonly FieldName[]) {
      if (asked === null) return;
      pasteInto(asked, fields).catch((error: unknown) =>
        notifications.show({ title: 'Not pasted everywhere', message: problemsOf(error).join('; ') }),
      );
    },
  };
}

export type Pasting = ReturnType<typeof usePasting>;
