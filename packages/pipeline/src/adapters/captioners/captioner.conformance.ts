import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import { describe, expect, test } from 'vitest';
import { startOwnTime } from '../../../../../tests/support/own-time.ts';

/** What a captioner's own test supplies: the captioner, ready to draft, and a JPEG that it may look at. */
export type CaptionerUnderTest = {
  readonly captioner: Captioner;
  readonly modelInputPath: string;
  /** What is behind a captioner with a model. Every fault is of the next question only, but for `goAway` and `loseModel`. */
  readonly server?: ServerUnderTest;
  close?(): Promise<void>;
};

/** How a server is made to fail. */
export type ServerUnderTest = {
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  loseModel(): void;
  say(content: string): void;
  breakOff(): void;
  loop(): void;
  /** Resolves when the next question has been taken and is not going to be answered. */
  hang(): Promise<void>;
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

    test.each(captionContexts)('gives keywords in one line each for $subject, number $numberInSet', (context) =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const { keywords } = await captioner.draft(modelInputPath, context, never);
        expect(keywords.length).toBeGreaterThanOrEqual(1);
        expect(keywords).not.toContain('');
      }),
    );

    test('says how a draft came about', () =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const draft = await captioner.draft(modelInputPath, plain, never);
        expect(draft.captioner).toBe(captioner.id);
        expect(draft.promptVersion).not.toBe('');
        expect(['low', 'medium', 'high']).toContain(draft.confidence);
        expect(draft.latencyMs).toBeGreaterThanOrEqual(0);
        // A digest is of a model.
        expect(draft.model !== null || draft.modelDigest === null).toBe(true);
        expect(await captioner.version(never)).toBe(await captioner.version(never));
      }));

    test('does not draft when it was told to stop', () =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        const reason = new Error('told to stop');
        await expect(captioner.draft(modelInputPath, plain, AbortSignal.abort(reason))).rejects.toBe(reason);
      }));
  });
}

/** For captioners that choose keywords themselves. What a model gives is handed on as it came: the gate takes away and writes it down. */
export function proveOwnKeywords(name: string, captioner: Captioner): void {
  test.each(captionContexts)(
    `${name} gives 1 to 15 different keywords for $subject, number $numberInSet`,
    async (context) => {
      const { keywords } = await captioner.draft('not looked at', context, new AbortController().signal);
      expect(keywords.length).toBeLessThanOrEqual(15);
      expect(new Set(keywords.map((keyword) => keyword.toLowerCase())).size).toBe(keywords.length);
      for (const keyword of keywords) expect(Buffer.byteLength(keyword)).toBeLessThanOrEqual(64);
    },
  );
}

/** The facts that every captioner with a model behind HTTP must keep beside those of all. */
export function proveModelCaptioner(
  name: string,
  open: () => Promise<CaptionerUnderTest & { readonly server: ServerUnderTest }>,
): void {
  proveCaptioner(name, open);

  type Opened = Awaited<ReturnType<typeof open>>;
  const withCaptioner = async (prove: (opened: Opened) => Promise<void>) => {
    const opened = await open();
    try {
      await prove(opened);
    } finally {
      await opened.close?.();
    }
  };
  const never = new AbortController().signal;
  const draft = ({ captioner, modelInputPath }: Opened, signal = never) =>
    captioner.draft(modelInputPath, plain, signal);

  describe(`model behind the captioner: ${name}`, () => {
    test('a server that is away is a problem of everybody, and none once it is back', () =>
      withCaptioner(async (opened) => {
        expect(await opened.captioner.problems(never)).toEqual([]);
        await opened.server.goAway();
        expect(await opened.captioner.problems(never)).toMatchObject([{ condition: 'captioner-unavailable' }]);
        await expect(draft(opened)).rejects.toMatchObject({ name: 'Blocked', condition: 'captioner-unavailable' });
        await opened.server.comeBack();
        expect(await opened.captioner.problems(never)).toEqual([]);
        await expect(draft(opened)).resolves.toMatchObject({ captioner: opened.captioner.id });
      }));

    test('a missing model is a problem under its own name', () =>
      withCaptioner(async (opened) => {
        opened.server.loseModel();
        expect(await opened.captioner.problems(never)).toMatchObject([{ condition: 'model-missing' }]);
        await expect(draft(opened)).rejects.toMatchObject({ name: 'Blocked', condition: 'model-missing' });
      }));

    test('a reply in fences or with bare keys is read, one that is no JSON is asked for once more', () =>
      withCaptioner(async (opened) => {
        const fields = 'caption: "Ice covers the lake.", alt_text: "Ice on a lake.", keywords: ["ice"]';
        opened.server.say(`Here it is:\n\`\`\`json\n{${fields}}\n\`\`\``);
        expect(await draft(opened)).toMatchObject({
          caption: 'Ice covers the lake.',
          isRepaired: true,
          confidence: 'low',
        });
        opened.server.say('I am sorry, I cannot see images.');
        const second = await draft(opened);
        expect(second.isRepaired).toBeUndefined();
        expect(second.confidence).toBe('low');
      }));

    test('every keyword is handed on as the model gave it: what is too much the gate takes away and writes down', () =>
      withCaptioner(async (opened) => {
        const keywords = ['ice', 'Ice', 'x'.repeat(70), ...Array.from({ length: 20 }, (_, at) => `word ${at}`)];
        opened.server.say(JSON.stringify({ caption: 'Ice covers the lake.', alt_text: 'Ice on a lake.', keywords }));
        expect((await draft(opened)).keywords).toEqual(keywords);
      }));

    test.each(['', 'no JSON at all', '{"caption": "", "alt_text": "", "keywords": []}'])(
      'a model that answers %j twice gives no usable draft, which is no fault of the server',
      (content) =>
        withCaptioner(async (opened) => {
          opened.server.say(content);
          opened.server.say(content);
          await expect(draft(opened)).rejects.toMatchObject({ name: 'NoUsableDraft' });
          expect(await opened.captioner.problems(never)).toEqual([]);
        }),
    );

    test('a reply that repeats itself is stopped and asked for once more', () =>
      withCaptioner(async (opened) => {
        opened.server.loop();
        await expect(draft(opened)).resolves.toMatchObject({ confidence: 'low' });
      }));

    test('a reply that breaks off may work next time', () =>
      withCaptioner(async (opened) => {
        opened.server.breakOff();
        await expect(draft(opened)).rejects.toMatchObject({ name: 'ModelFault' });
        expect(await opened.captioner.problems(never)).toEqual([]);
      }));

    test('stops within a second of being told to', () =>
      withCaptioner(async (opened) => {
        const stop = new AbortController();
        const hanging = opened.server.hang();
        const drafting = draft(opened, stop.signal).catch((error: unknown) => error);
        await hanging;
        const reason = new Error('told to stop');
        const sinceThen = startOwnTime();
        stop.abort(reason);
        expect(await drafting).toBe(reason);
        expect(sinceThen.ms()).toBeLessThan(1_000);
      }));

    test('tells how sure the model was of each value, and of nothing else', () =>
      withCaptioner(async (opened) => {
        const { logprobs } = await draft(opened);
        for (const values of [logprobs?.caption, logprobs?.altText, logprobs?.keywords])
          expect(values?.length).toBeGreaterThan(5);
      }));

    test('suggests one subject for several photos, without words that name no thing', () =>
      withCaptioner(async ({ captioner, modelInputPath }) => {
        expect(await captioner.suggestSubject?.([modelInputPath, modelInputPath], never)).toMatchObject({
          subject: 'Frozen Lake',
          confidence: 0.82,
          captioner: captioner.id,
        });
      }));
  });
}

function wordsOf(text: string): number {
  return text.split(/\s+/u).length;
}
