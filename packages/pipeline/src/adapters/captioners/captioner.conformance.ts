import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import { describe, expect, test } from 'vitest';

/** What a captioner's own test supplies: the captioner, ready to draft, and a JPEG that it may look at. */
export type CaptionerUnderTest = {
  readonly captioner: Captioner;
  readonly modelInputPath: string;
  close?(): Promise<void>;
};

const plain: CaptionContext = {
  subject: 'Frozen Lake',
  location: 'Amsterdam Netherlands',
  folderDisplayName: 'Nature Landscape Photography',
  fields: { dateTimeOriginal: '2025-01-12T09:30:00', widthPx: 6000, heightPx: 4000 },
  numberInSet: 1,
};

/** Requests as they come in practice, the bare and the overlong included. */
const captionContexts: readonly CaptionContext[] = [
  plain,
  { ...plain, numberInSet: 2 },
  { ...plain, numberInSet: 3, fields: { ...plain.fields, orientation: 6 } },
  { ...plain, fields: {} },
  { ...plain, subject: 'Lake', location: 'Gouda', fields: {} },
  { ...plain, subject: 'Cosmos_pink_and_white_petals', location: 'Flower_Photography', folderDisplayName: 'blog' },
  {
    ...plain,
    subject: 'very long '.repeat(20).trim(),
    location: 'a place with many words in its name '.repeat(5).trim(),
  },
  { ...plain, subject: '747', location: '京都', fields: { widthPx: 100, heightPx: 100 } },
  {
    ...plain,
    subject: '  KLM\u202E Boeing\n787-9 landing.  ',
    location: 'Schiphol, Netherlands',
    numberInSet: 12,
  },
];

/** The facts that every captioner must keep, with recorded replies where a service is behind it. */
export function proveCaptioner(name: string, open: () => Promise<CaptionerUnderTest>): void {
  const withCaptioner = async (prove: (opened: CaptionerUnderTest) => Promise<void>) => {
    const opened = await open();
    try {
      await prove(opened);
    } finally {
      await opened.close?.();
    }
  };
  const never = new AbortController().signal;

  describe(`captioner: ${name}`, () => {
    test('has no problems when it can draft', () =>
      withCaptioner(async ({ captioner }) => {
        expect(await captioner.problems(never)).toEqual([]);
      }));

    test.each(captionContexts)('drafts publishable text for $subject in $location, number $numberInSet', (context) =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const draft = await captioner.draft(modelInputPath, context, never);
        expect(wordsOf(draft.caption)).toBeGreaterThanOrEqual(8);
        expect(wordsOf(draft.caption)).toBeLessThanOrEqual(24);
        expect(wordsOf(draft.altText)).toBeGreaterThanOrEqual(10);
        expect(wordsOf(draft.altText)).toBeLessThanOrEqual(18);
        expect(draft.altText).not.toBe(draft.caption);
        for (const text of [draft.caption, draft.altText, ...draft.keywords]) {
          expect(text).toBe(text.trim());
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}_{}]|\s{2}|\b(?:photo|image|picture|camera|lens)\b/iu);
        }
      }),
    );

    test.each(captionContexts)('gives 1 to 15 different keywords for $subject, number $numberInSet', (context) =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const { keywords } = await captioner.draft(modelInputPath, context, never);
        expect(keywords.length).toBeGreaterThanOrEqual(1);
        expect(keywords.length).toBeLessThanOrEqual(15);
        expect(new Set(keywords.map((keyword) => keyword.toLowerCase())).size).toBe(keywords.length);
        for (const keyword of keywords) {
          expect(keyword).not.toBe('');
          expect(Buffer.byteLength(keyword)).toBeLessThanOrEqual(64);
        }
      }),
    );

    test('says how a draft came about', () =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const draft = await captioner.draft(modelInputPath, plain, never);
        expect(draft.captioner).toBe(captioner.id);
        expect(draft.promptVersion).not.toBe('');
        expect(['low', 'medium', 'high']).toContain(draft.confidence);
        expect(draft.latencyMs).toBeGreaterThanOrEqual(0);
        expect(draft.model === null).toBe(draft.modelDigest === null);
      }));

    test('does not draft when it was told to stop', () =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const reason = new Error('told to stop');
        await expect(captioner.draft(modelInputPath, plain, AbortSignal.abort(reason))).rejects.toBe(reason);
      }));
  });
}

function wordsOf(text: string): number {
  return text.split(/\s+/u).length;
}
