import type { Actor } from '@proofline/domain/actor.ts';
import type { CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { DraftField, Redraft, RedraftDesk } from '@proofline/domain/redraft.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';

export const sampleCaptioners: readonly CaptionerStatus[] = [
  { id: 'template', isUsual: true, problems: [], report: null },
  {
    id: 'ollama',
    isUsual: false,
    problems: [{ condition: 'model-missing', reason: 'there is no model qwen3-vl:4b-instruct' }],
    report: null,
  },
];

const sampleDraft: TextDraft = {
  captioner: 'ollama',
  model: 'qwen3-vl:4b-instruct',
  modelDigest: 'a'.repeat(64),
  promptVersion: 'prompt-1',
  caption: 'Thin ice with two skaters far away',
  altText: 'Ice with two small figures',
  keywords: ['ice', 'skaters'],
  confidence: 'medium',
  latencyMs: 900,
};

type Take = (photoId: number, draft: TextDraft, fields: readonly DraftField[], actor: Actor) => ReviewView;

/** Every redraft is answered at once, with the same words. */
export function redraftsInMemory(redrafts: Redraft[], take: Take): RedraftDesk {
  return {
    request(photoId, { hint, captioner = 'ollama' }, actor) {
      const redraft: Redraft = {
        id: redrafts.length + 1,
        photoId,
        hint: hint ?? null,
        captioner,
        state: 'drafted',
        problem: null,
        requestedBy: actor.name,
        requestedAt: '2026-05-04T09:00:00.000Z',
        draft: sampleDraft,
        takenFields: [],
      };
      redrafts.push(redraft);
      return { ...redraft, state: 'queued', draft: null };
    },
    list: (photoId) => redrafts.filter((redraft) => redraft.photoId === photoId).toReversed(),
    take(photoId, redraftId, fields, actor) {
      const found = redrafts.find(({ id }) => id === redraftId);
      if (found?.draft == null) throw new DomainError('not_found', `photo ${photoId} has no redraft ${redraftId}`);
      redrafts[redrafts.indexOf(found)] = { ...found, takenFields: fields };
      return take(photoId, found.draft, fields, actor);
    },
  };
}
