import { Blocked } from '@proofline/domain/blocking.ts';
import { NoUsableDraft, type Captioner } from '@proofline/domain/captioner.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { expect, test } from 'vitest';
import { draftOrFailure } from './draft-if-up.ts';
import { draftJudged } from './draft-judged.ts';

test('a draft that passes is the first captioner’s, and the second is not asked', async () => {
  expect(await drafted(captioner('first', 'good'), captioner('second', fail()))).toEqual(gated('first', 'good'));
});

test('the second one tries what did not pass, and it is kept whose place it took and why', async () => {
  expect(await drafted(captioner('first', 'bad'), captioner('second', 'good'))).toEqual({
    ...gated('second', 'good'),
    fallback: { captioner: 'first', model: 'm', reason: 'profanity: a bad word' },
  });
});

test('of two that do not pass, the better one goes to the person; of equal ones the first', async () => {
  // What two fields have alike is said once.
  expect(await drafted(captioner('first', 'bad bad'), captioner('second', 'bad'))).toMatchObject({
    captioner: 'second',
    fallback: { reason: 'profanity: a bad word' },
  });
  expect(await drafted(captioner('first', 'bad'), captioner('second', 'bad'))).toEqual({
    ...gated('first', 'bad'),
    passedOver: { captioner: 'second', model: 'm', reason: 'profanity: a bad word' },
  });
});

test('where no draft could be made of the answers, the second one tries as well', async () => {
  const silent = captioner('first', new NoUsableDraft('it said nothing'));
  expect(await drafted(silent, captioner('second', 'bad'))).toMatchObject({
    captioner: 'second',
    fallback: { captioner: 'first', reason: 'it said nothing' },
  });
  expect(await drafted(silent, captioner('second', new NoUsableDraft('nor did this')))).toMatchObject({
    captioner: 'first',
    caption: '',
    failure: 'it said nothing',
    passedOver: { captioner: 'second', reason: 'nor did this' },
  });
  expect(await drafted(silent, null)).toMatchObject({ failure: 'it said nothing' });
});

test.each([
  new Blocked('captioner-unavailable', 'down'),
  new RefusedPhoto({ code: 'not-captionable', reason: 'will not' }),
])('a second captioner that gives nothing keeps nobody waiting, and it is kept why: $name', async (error) => {
  expect(await drafted(captioner('first', 'bad'), captioner('second', error))).toEqual({
    ...gated('first', 'bad'),
    passedOver: { captioner: 'second', model: null, reason: error.message },
  });
});

test('what only warns asks nobody else', async () => {
  expect(await drafted(captioner('first', 'odd'), captioner('second', fail()))).toEqual(gated('first', 'odd'));
});

test('a first captioner that is down blocks: its sets were not meant for another one', async () => {
  const down = captioner('first', new Blocked('captioner-unavailable', 'down'));
  await expect(drafted(down, captioner('second', 'good'))).rejects.toBeInstanceOf(Blocked);
});

function drafted(first: Captioner, second: Captioner | null): Promise<TextDraft> {
  const context = { subject: 'Ice', location: 'Gouda', folderDisplayName: 'Nature', fields: {}, numberInSet: 1 };
  const { signal } = new AbortController();
  const draftBy = (by: Captioner) => draftOrFailure(by, { modelInputPath: '', context }, signal);
  return draftJudged(first, { fallbackCaptioner: second }, { draftBy, pass }, signal);
}

/** Blocks each word "bad" of a caption, and warns of each "odd". */
function pass(one: TextDraft): TextDraft {
  const findings = [...one.caption.matchAll(/bad|odd/gu)].map(([word]): Finding => ({
    rule: 'profanity',
    field: 'caption',
    severity: word === 'bad' ? 'block' : 'warn',
    span: { start: 0, end: 3 },
    reason: `a ${word} word`,
  }));
  const { caption, altText, keywords } = one;
  const confidence = { caption: 1, altText: 1, keywords: 1, overall: 1 };
  const judgement = { gateVersion: 1, rulingVersion: '', findings, confidence };
  const known = { allowedPlaceNames: [] };
  return {
    ...one,
    gate: { ...judgement, raw: { caption, altText, keywords }, repairs: [], captionerTrust: 'medium', known },
  };
}

const gated = (id: string, caption: string) => pass(draft(id, caption));

function captioner(id: string, gives: string | Error): Captioner {
  return {
    id,
    version: () => Promise.resolve('1'),
    problems: () => Promise.resolve([]),
    draft: () => (typeof gives === 'string' ? Promise.resolve(draft(id, gives)) : Promise.reject(gives)),
  };
}

function draft(id: string, caption: string): TextDraft {
  const made = { model: 'm', modelDigest: 'd', promptVersion: '1', confidence: 'medium', latencyMs: 1 } as const;
  return { captioner: id, ...made, caption, altText: 'Ice', keywords: ['ice'] };
}

function fail(): Error {
  return new Error('must not be asked');
}
