import type { BulkChange } from '@proofline/domain/bulk-edit.ts';
import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { announce } from '../../lib/announce.ts';
import { problemsOf } from '../../lib/problem.ts';
import { count } from '../../lib/words.ts';
import { copiedTexts, type CopiedTexts } from './clipboard.ts';
import { applyEdit, previewEdit } from './bulk-edits.ts';
import type { FieldName } from './edits.ts';
import { reviewQuery } from './queries.ts';
import type { SessionItem } from './session.ts';

/** Texts of one photo for others. */
export function usePasting(current: SessionItem | undefined, targets: readonly SessionItem[]) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<CopiedTexts | null>(null);
  async function pasteInto(texts: CopiedTexts, fields: readonly FieldName[]): Promise<void> {
    const photoIds = targets.filter(({ isGone }) => !isGone).map(({ photoId }) => photoId);
    const changes = fields.map((field): BulkChange =>
      field === 'keywords'
        ? { kind: 'set-keywords', keywords: [...texts.keywords] }
        : { kind: 'set', field, value: texts[field] },
    );
    let pasted = 0;
    const left: string[] = [];
    for (let start = 0; start < photoIds.length; start += MOST_BULK_PHOTOS) {
      const request = { photoIds: photoIds.slice(start, start + MOST_BULK_PHOTOS), changes };
      const { hash } = await previewEdit(request);
      const { photos } = await applyEdit(client, request, hash);
      pasted += photos.filter(({ outcome }) => outcome !== 'left').length;
      left.push(...photos.flatMap(({ reason }) => reason ?? []));
    }
    announce(`Pasted into ${count(pasted, 'photo')}`);
    if (left.length > 0) notifications.show({ title: 'Not pasted everywhere', message: left.join('; ') });
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
