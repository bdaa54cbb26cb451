import type { Captioner } from '@proofline/domain/captioner.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import type { GateText } from '@proofline/domain/text-gate/finding.ts';
import type { SimilarTexts } from '@proofline/domain/text-gate/gate-context.ts';
import { createTextGate } from '@proofline/domain/text-gate/text-gate.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { expect, test } from 'vitest';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { draftText } from './draft-text.ts';

const textGate = createTextGate({
  folderMap: {},
  vocabulary: { usualKeywords: () => [] },
  places: (name) => (name === 'rotterdam' ? { kind: 'town', countries: ['NL'], usage: 'name' } : null),
  profanity: () => [],
});

const drafted = {
  caption: 'The image shows thin ice on the the frozen lake on the edge of Rotterdam.',
  altText: 'Pale cracked surface with bare trees along the far shore, two swans asleep.',
  keywords: ['lake', 'Lake', 'ice', 'bare trees', 'shore', 'swans', 'photo'],
};

test('a draft goes to review repaired; as it came, each repair and what was found are kept', async () => {
  const { output } = await draft(drafted);
  const caption = 'Thin ice on the frozen lake on the edge of Rotterdam.';
  const keywords = ['lake', 'ice', 'bare trees', 'shore', 'swans'];
  expect(output.inferredMetadata).toMatchObject({ description: caption, keywords });
  expect(output.textDraft).toMatchObject({ caption, keywords, gate: { raw: drafted } });
  const { repairs, findings, confidence } = output.textDraft!.gate!;
  expect(repairs.map(({ rule }) => rule)).toEqual(['lead-in', 'repeated-word', 'keyword-filler', 'keyword-duplicate']);
  expect(findings).toMatchObject([{ rule: 'place-not-allowed', field: 'caption', severity: 'block' }]);
  expect(caption.slice(findings[0]!.span.start, findings[0]!.span.end)).toBe('Rotterdam');
  expect(confidence.caption).toBeLessThan(confidence.altText);
  expect(confidence.overall).toBeLessThan(confidence.caption);
  expect(output.textDraft!.confidence).toBe('low');
});

test('what is kept for another time is the draft as it came', async () => {
  const { output } = await draft(drafted);
  expect(output.computed).toMatchObject([{ result: drafted }]);
});

test('a draft that another photo has the words of is blocked as well', async () => {
  const same: SimilarTexts = (field) => (field === 'caption' ? [{ of: 'photo 3', similarity: 1, isSame: true }] : []);
  const { output } = await draft(drafted, same);
  expect(output.textDraft!.gate!.findings.map(({ rule }) => rule)).toContain('exact-duplicate');
});

test('a later judgement knows what was known when the text was drafted, and trusts what a person wrote', async () => {
  const { output } = await draft(drafted, undefined, { gpsLatitude: 51.92, gpsLongitude: 4.48 });
  const later: Dossier = {
    ...dossier,
    draft: output.textDraft!,
    metadata: { ...dossier.metadata, inferred: output.inferredMetadata! },
  };
  const { caption, altText, keywords } = output.textDraft!;
  const text = { caption, altText, keywords };
  expect(textGate.judge(later, text, () => [], []).findings).toEqual([]);
  expect(textGate.judge(later, text, () => [], []).confidence.caption).toBeLessThan(1);
  const written = { ...later, metadata: { ...later.metadata, person: { description: caption } } };
  expect(textGate.judge(written, text, () => [], []).confidence.caption).toBe(1);
});

test("a draft's name that nobody touched stays a finding, one that a reviewer wrote is none", async () => {
  const named = { ...drafted, altText: 'Pale cracked surface where the skater Ida Moen waits, bare trees behind.' };
  const { output } = await draft(named);
  const later: Dossier = { ...dossier, draft: output.textDraft! };
  const { caption, altText, keywords } = output.textDraft!;
  const namesIn = (text: GateText) =>
    textGate
      .judge(later, text, () => [], [])
      .findings.filter(({ rule }) => rule === 'unsupported-name')
      .map(({ field, span }) => text[field].slice(span.start, span.end));
  expect(namesIn({ caption, altText, keywords })).toEqual(['Ida Moen']);
  expect(namesIn({ caption, altText: altText.replace('Pale', 'Grey'), keywords })).toEqual(['Ida Moen']);
  expect(namesIn({ caption, altText: altText.replace('Ida Moen', 'Liis Tamm'), keywords })).toEqual([]);
});

async function draft(
  text: Pick<TextDraft, 'caption' | 'altText' | 'keywords'>,
  similarTexts: SimilarTexts = () => [],
  position: { readonly gpsLatitude?: number; readonly gpsLongitude?: number } = {},
) {
  const captioner: Captioner = {
    id: 'recording',
    version: () => Promise.resolve('1'),
    problems: () => Promise.resolve([]),
    draft: () =>
      Promise.resolve({
        ...text,
        captioner: 'recording',
        model: null,
        modelDigest: null,
        promptVersion: '1',
        confidence: 'medium',
        latencyMs: 1,
      }),
  };
  const around = [{ name: 'Rotterdam', region: null, country: 'Netherlands', distanceKm: 1 }];
  const placed = { ...dossier, metadata: { ...dossier.metadata, file: { ...dossier.metadata.file, ...position } } };
  const outcome = await draftText.run(
    dossier.photo.id,
    {
      dossiers: { get: () => placed },
      captioners: { recording: captioner },
      fallbackCaptioner: null,
      gazetteer: { near: () => Promise.resolve(around) },
      sky: { sunAltitudeDegrees: () => null },
      vocabulary: { usualKeywords: () => [] },
      textGate,
      textLookup: { burstMates: () => [], besides: () => similarTexts },
      computedResults: computedResultsInMemory(),
      folderMap: {},
      paths,
    },
    stageRun(),
  );
  if (outcome.kind !== 'done') throw new Error(`the stage ended as ${outcome.kind}`);
  return outcome;
}
