import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozenLake } from './fixtures/gate-context.ts';
import type { GateText } from './finding.ts';
import { gateRules } from './rules/index.ts';
import { findingsOf, repairAndJudge } from './run-gate.ts';

const good: GateText = {
  caption: 'Thin ice covers a small frozen lake on the edge of Amsterdam.',
  altText: 'Pale cracked surface with bare trees along the far shore, two swans asleep.',
  keywords: ['lake', 'ice', 'winter', 'bare trees', 'Amsterdam', 'shore'],
};

/** Pieces of which bad texts are made. */
const piece = fc.constantFrom(
  'The image shows ',
  'Caption: ',
  '"',
  '**',
  'a lake',
  ' ice',
  ' the the ',
  '  ',
  ' in Rotterdam',
  ' IMG_4821',
  ' <br> ',
  '❄️',
  ',,',
  ' .',
  '#ice',
  ' and',
  'Photo of ',
  'a frozen lake in Amsterdam',
  ' stunning',
  ' f/8',
  ' (',
  '\u202E',
  ' зима',
  ' mountain',
  '{subject}',
  '`',
  '…',
  'ICE ',
  ' 2025',
);
const prose = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const text = fc.record({ caption: prose, altText: prose, keywords: fc.array(prose, { maxLength: 20 }) });

describe('the severity that the operator gives a rule', () => {
  const bad = { ...good, caption: 'Photo of thin ice that covers a small frozen lake in Rotterdam by the road.' };
  const judged = (rules: Readonly<Record<string, 'block' | 'warn' | 'off'>>) =>
    repairAndJudge(bad, { ...frozenLake, settings: { ...frozenLake.settings, rules } });
  const severities = (rules: Parameters<typeof judged>[0]) =>
    new Set(
      judged(rules)
        .findings.filter(({ rule }) => rule === 'place-not-allowed')
        .map(({ severity }) => severity),
    );

  test('is that of each of its findings', () => {
    expect(severities({})).toEqual(new Set(['block']));
    expect(severities({ 'place-not-allowed': 'warn' })).toEqual(new Set(['warn']));
    expect(severities({ 'place-not-allowed': 'off' })).toEqual(new Set());
  });

  test('off also means that nothing is repaired', () => {
    expect(judged({}).text.caption).toMatch(/^Thin ice/u);
    expect(judged({ 'medium-prefix': 'off' }).text.caption).toMatch(/^Photo of thin ice/u);
  });
});

describe('the gate', () => {
  test('has nothing against a good text, and changes nothing of it', () => {
    expect(repairAndJudge(good, frozenLake)).toEqual({ text: good, repairs: [], findings: [] });
  });

  test('repairs what hides behind something else, and writes down each step', () => {
    const drafted = {
      ...good,
      caption: `"Caption: The image shows thin ice on the the frozen lake on the edge of Amsterdam."`,
      keywords: [...good.keywords, 'Lake', 'photo'],
    };
    const { text: repairedText, repairs, findings } = repairAndJudge(drafted, frozenLake);
    expect(repairedText).toEqual({ ...good, caption: 'Thin ice on the frozen lake on the edge of Amsterdam.' });
    expect(repairs.map(({ rule }) => rule)).toEqual([
      'markup',
      'label-prefix',
      'lead-in',
      'repeated-word',
      'keyword-filler',
      'keyword-duplicate',
    ]);
    expect(findings).toEqual([]);
  });

  test('marks places within the text, whatever the text', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const { field, span } of findingsOf(one, frozenLake)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(one[field].length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves nothing that it would repair: a second time changes nothing', () => {
    fc.assert(
      fc.property(text, (one) => {
        const first = repairAndJudge(one, frozenLake);
        expect(first.findings.filter(({ repair }) => repair !== undefined)).toEqual([]);
        expect(repairAndJudge(first.text, frozenLake)).toEqual({ ...first, repairs: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('knows each rule under one name', () => {
    const ids = gateRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(30);
  });
});
