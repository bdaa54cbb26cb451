import type { FieldAuthor } from '@proofline/domain/field-history.ts';
import { draftedBy } from './drafted-by.ts';

/** Who wrote a value: a person by name, a model with the version of its prompt, or the file. */
export function authorInWords(author: FieldAuthor): string {
  switch (author.kind) {
    case 'file':
      return 'the file';
    case 'model':
      return modelInWords(author);
    case 'person':
      return author.tookDraftOf === null
        ? author.name
        : `${author.name}, who took it of ${modelInWords(author.tookDraftOf)}`;
  }
}

function modelInWords(draft: {
  readonly captioner: string;
  readonly model: string | null;
  readonly promptVersion: string;
}): string {
  return `${draftedBy(draft)}, prompt ${draft.promptVersion.replace(/^prompt-/, '')}`;
}
