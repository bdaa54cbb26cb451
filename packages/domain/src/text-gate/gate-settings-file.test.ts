import { describe, expect, test } from 'vitest';
import { dossier } from '../fixtures/dossier.ts';
import { createTextGate } from './text-gate.ts';
import { defaultGateSettings } from './gate-settings.ts';
import { parseGateSettings } from './gate-settings-file.ts';

function problemsOf(content: unknown): readonly string[] {
  const parsed = parseGateSettings(content);
  return 'problems' in parsed ? parsed.problems : [];
}

function rulingOf(content: unknown) {
  const parsed = parseGateSettings(content);
  if ('problems' in parsed) throw new Error(parsed.problems.join('; '));
  return { ...parsed.ruling, version: 'test' };
}

describe('settings of the gate', () => {
  test('that say nothing are the usual ones', () => {
    expect(rulingOf({})).toMatchObject({ settings: defaultGateSettings, vocabulary: { terms: [], synonyms: {} } });
  });

  test('change what they name and nothing else', () => {
    expect(rulingOf({ captionWords: { least: 5, most: 30 }, rules: { shouting: 'off' } }).settings).toEqual({
      ...defaultGateSettings,
      captionWords: { least: 5, most: 30 },
      rules: { shouting: 'off' },
    });
  });

  test('are refused with every problem at once, each under the name that it stands under', () => {
    const problems = problemsOf({
      language: 'qq',
      captionWord: { least: 1, most: 2 },
      altTextWords: { least: 0, most: 18 },
      altTextCharacters: { warnAbove: 125 },
      keywords: { least: 5, most: 51 },
      rules: { 'place-not-alowed': 'off', shouting: 'perhaps' },
      vocabulary: { terms: ['', 'é'.repeat(33)], synonyms: { fog: 3 } },
    });
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set([
        'language',
        'captionWord',
        'altTextWords.least',
        'altTextCharacters.most',
        'keywords.most',
        'rules.place-not-alowed',
        'rules.shouting',
        'vocabulary.terms.0',
        'vocabulary.terms.1',
        'vocabulary.synonyms.fog',
      ]),
    );
    expect(problems).toContain('rules.place-not-alowed: there is no such rule; the nearest is place-not-allowed');
  });

  test('that contradict themselves are refused', () => {
    expect(
      problemsOf({
        captionWords: { least: 20, most: 10 },
        altTextCharacters: { warnAbove: 300, most: 250 },
        vocabulary: {
          onlyTheseTerms: true,
          synonyms: { Fog: 'mist', mist: 'haze', 'Sea-side': 'coast', 'sea side': 'shore', lake: 'Lake' },
        },
      }),
    ).toEqual([
      'captionWords: at least 20 and at most 10 cannot both be',
      'altTextCharacters: a warning above 300 comes after the most, 250',
      'vocabulary.onlyTheseTerms: there are no terms; every keyword would count as new',
      'vocabulary.synonyms.lake: it stands for itself',
      'vocabulary.synonyms.Fog: "mist" is itself replaced by "haze"; name that one',
      'vocabulary.synonyms: "Sea-side" and "sea side" are one word',
    ]);
  });

  test.each([[null], ['text'], [[]], [3]])('are no %j', (content) => {
    expect(problemsOf(content)).toHaveLength(1);
  });
});

describe('a gate with settings', () => {
  const draft = {
    captioner: 'test',
    model: null,
    modelDigest: null,
    promptVersion: 'test',
    caption: 'Thin ice covers a small frozen lake on the edge of Amsterdam.',
    altText: 'Pale cracked surface with bare trees along the far shore, two swans asleep.',
    keywords: ['lake', 'ice', 'winter', 'bare trees', 'shore'],
    confidence: 'medium' as const,
    latencyMs: 1,
  };
  const context = {
    subject: 'Frozen Lake',
    location: 'Amsterdam',
    folderDisplayName: 'Nature',
    fields: {},
    numberInSet: 1,
  };
  const judged = (content: unknown) =>
    createTextGate({
      folderMap: {},
      vocabulary: { usualKeywords: () => ['shore'] },
      places: () => null,
      profanity: () => [],
      ruling: rulingOf(content),
    }).pass(dossier, draft, context, () => [], []).gate!;
  const blocking = (content: unknown) =>
    judged(content).findings.flatMap(({ rule, severity }) => (severity === 'block' ? [rule] : []));

  test('counts words as they say', () => {
    expect(blocking({})).toEqual([]);
    expect(blocking({ captionWords: { least: 20, most: 30 } })).toEqual(['word-count']);
  });

  test('knows the house words beside those of the catalogue, or these alone', () => {
    const terms = ['lake', 'ice', 'winter', 'bare trees'];
    const strict = { rules: { 'keyword-new-term': 'block' } };
    expect(blocking({ ...strict, vocabulary: { terms } })).toEqual([]);
    expect(blocking({ ...strict, vocabulary: { terms, onlyTheseTerms: true } })).toEqual(['keyword-new-term']);
  });

  test('writes down by which of them it judged', () => {
    expect(judged({}).rulingVersion).toBe('test');
  });
});
