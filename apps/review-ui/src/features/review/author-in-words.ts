import type { FieldAuthor } from '@proofline/domain/field-history.ts';
import { draftedBy } from './drafted-by.ts';

/** As much of a prompt's hash as tells two of them apart. */
const PROMPT_LETTERS = 7;

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
  const { promptVersion } = draft;
  const isHash = /^[0-9a-f]{32,}$/.test(promptVersion);
  return `${draftedBy(draft)}, prompt ${isHash ? promptVersion.slice(0, PROMPT_LETTERS) : promptVersion}`;
}
