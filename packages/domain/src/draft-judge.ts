import type { CaptionContext } from './captioner.ts';
import type { TextDraft } from './text-draft.ts';

/** Says whether a draft may be put before a person as it is, or whether another captioner should try first. */
export type DraftJudge = {
  /** Changes whenever the same draft may be judged otherwise. */
  readonly version: string;
  /** Everything that is wrong with the draft, in words; empty when it passes. */
  judge(draft: TextDraft, context: CaptionContext): readonly string[];
};

/** The least that can be asked: that something is there. */
export const draftIsThere: DraftJudge = {
  version: 'is-there-1',
  judge: ({ caption, altText, keywords }) => [
    ...(caption === '' ? ['the caption is empty'] : []),
    ...(altText === '' ? ['the alt text is empty'] : []),
    ...(keywords.length === 0 ? ['there are no keywords'] : []),
  ],
};
