import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceLevel, confidenceOf } from './confidence.ts';
import type { Finding } from './finding.ts';

const finding = (rule: string, severity: Finding['severity'], field: Finding['field'] = 'caption'): Finding => ({
  rule,
  field,
  severity,
  span: { start: 0, end: 1 },
  reason: 'because',
});
const captionOf = (findings: readonly Finding[], signals = {}) => confidenceOf(findings, () => signals).caption;

describe('confidence in a text', () => {
  test('is whole where nothing speaks against it, and as bad as its worst part', () => {
    expect(confidenceOf([], () => ({}))).toEqual({ caption: 1, altText: 1, keywords: 1, overall: 1 });
    expect(confidenceOf([finding('word-count', 'block', 'altText')], () => ({}))).toMatchObject({
      caption: 1,
      altText: 0.5,
      overall: 0.25,
    });
  });

  test('is none where there is no text', () => {
    const everything = ['word-count', 'subject-missing', 'exact-duplicate'].map((rule) => finding(rule, 'block'));
    expect(captionOf([finding('empty-text', 'block')])).toBe(0);
    expect(captionOf(everything)).toBeGreaterThan(0);
  });

  test('falls with every rule, once for each, more for those that block', () => {
    const [block, warn] = [finding('word-count', 'block'), finding('generic-filler', 'warn')];
    expect(captionOf([block, block])).toBe(captionOf([block]));
    expect(captionOf([warn])).toBeGreaterThan(captionOf([block]));
    expect(captionOf([block])).toBeGreaterThan(captionOf([block, warn]));
    expect(captionOf([finding('keyword-new-term', 'warn')])).toBe(1);
  });

  test('falls with unlikely tokens, a captioner without trust and a burst that disagrees', () => {
    const sure = { logprobs: { caption: [-0.05, -0.1], altText: [], keywords: [] } };
    const unsure = { logprobs: { caption: [-0.05, -3.5], altText: [], keywords: [] } };
    expect(captionOf([], sure)).toBeGreaterThan(captionOf([], unsure));
    expect(captionOf([], { captionerTrust: 'low' })).toBe(0.4);
    expect(captionOf([], { burstAgreement: 0 })).toBe(0.7);
    expect(confidenceOf([], () => unsure).keywords).toBe(1);
  });

  test('stays between 0 and 1 whatever comes together', () => {
    const findings = fc.array(
      fc.tuple(fc.string(), fc.constantFrom('block', 'warn')).map(([rule, severity]) => finding(rule, severity)),
    );
    const logprobs = fc.array(fc.double({ min: -50, max: 0, noNaN: true }));
    fc.assert(
      fc.property(findings, logprobs, (all, caption) => {
        const value = captionOf(all, { logprobs: { caption, altText: [], keywords: [] }, captionerTrust: 'medium' });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is read in three words', () => {
    expect([0, 0.49, 0.5, 0.79, 0.8, 1].map(confidenceLevel)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
    ]);
  });
});
