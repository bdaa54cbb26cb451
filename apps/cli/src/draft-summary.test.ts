import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { expect, test } from 'vitest';
import { draftLines } from './draft-summary.ts';

const draft: TextDraft = {
  captioner: 'template',
  model: null,
  modelDigest: null,
  promptVersion: 'template-1',
  caption: 'Frozen lake, number 1 in its series.',
  altText: 'Landscape view of a frozen lake.',
  keywords: ['lake'],
  confidence: 'low',
  latencyMs: 1,
};

test('a draft without a model says that nobody looked at the photo', () => {
  expect(draftLines(draft)).toEqual(['template (no model, nobody looked at the photo), confidence low']);
  const fallback = { captioner: 'ollama', model: 'm', reason: 'the reply is empty' };
  expect(draftLines({ ...draft, fallback })).toEqual([
    'template (no model, nobody looked at the photo), confidence low',
    'instead of ollama: the reply is empty',
  ]);
});

test('a second captioner that was asked in vain is named with the reason', () => {
  const passedOver = { captioner: 'template', model: null, reason: 'near-duplicate: photo 3 says nearly the same' };
  expect(draftLines({ ...draft, captioner: 'ollama', model: 'm', passedOver })).toEqual([
    'ollama m, confidence low',
    'rather than template: near-duplicate: photo 3 says nearly the same',
  ]);
});

test('a draft by a model names it', () => {
  expect(draftLines({ ...draft, captioner: 'ollama', model: 'm', confidence: 'medium' })).toEqual([
    'ollama m, confidence medium',
  ]);
});
