import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
import { gateRules } from '@proofline/domain/text-gate/rules/index.ts';
import { describe, expect, test } from 'vitest';
import { readBad, readGood, type CorpusEntry } from './corpus.ts';

/** Texts that the rules were made with, and texts that were laid aside before there were rules. */
const parts = {
  tuning: { bad: readBad('bad-tuning.txt'), good: ['good-tuning-1.txt', 'good-tuning-2.txt', 'good-tuning-3.txt'].flatMap(readGood) },
  'held out': { bad: readBad('bad-held-out.txt'), good: ['good-held-out-1.txt', 'good-held-out-2.txt'].flatMap(readGood) },
} as const;

const LEAST_CAUGHT = 0.98;
const MOST_FALSE_ALARMS = 0.02;

test('the corpus is as large as it claims to be', () => {
  const bad = Object.values(parts).flatMap((part) => part.bad);
  const good = Object.values(parts).flatMap((part) => part.good);
  expect(bad.length).toBeGreaterThanOrEqual(200);
  expect(good.length).toBeGreaterThanOrEqual(200);
  expect(new Set(bad.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(30);
  expect(new Set(gateRules.map(({ id }) => id))).toEqual(new Set(bad.map(({ rule }) => rule)));
});

describe.each(Object.entries(parts))('the texts for %s', (name, { bad, good }) => {
  test('bad ones are caught by the rule that is meant for them, good ones pass', () => {
    const missed = bad.filter((entry) => !rulesAgainst(entry).has(entry.rule ?? ''));
    const alarms = good.map((entry) => ({ entry, rules: rulesAgainst(entry) }));
    const alarmed = alarms.filter(({ rules }) => rules.size > 0);
    const rows = gateRules.map(({ id }) => {
      const meant = bad.filter(({ rule }) => rule === id);
      const lost = missed.filter(({ rule }) => rule === id).length;
      const false_ = alarms.filter(({ rules }) => rules.has(id)).length;
      return `${id.padEnd(28)}${share(meant.length - lost, meant.length)}  ${share(false_, good.length)}`;
    });
    console.log(
      [
        `${name}: rule`.padEnd(34) + 'caught    false alarms',
        ...rows,
        `all`.padEnd(28) + `${share(bad.length - missed.length, bad.length)}  ${share(alarmed.length, good.length)}`,
        ...missed.map(({ rule, source }) => `missed by ${rule}: ${source}`),
        ...alarmed.map(({ entry, rules }) => `alarm of ${[...rules].join(', ')}: ${entry.source} / ${entry.text.caption} / ${entry.text.altText}`),
      ].join('\n'),
    );
    expect(1 - missed.length / bad.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
    expect(alarmed.length / good.length).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
  });
});

function rulesAgainst({ text, context }: CorpusEntry): ReadonlySet<string> {
  return new Set(findingsOf(text, context).map(({ rule }) => rule));
}

function share(part: number, all: number): string {
  return all === 0 ? '–'.padStart(14) : `${String(part).padStart(4)}/${String(all).padEnd(4)}${((100 * part) / all).toFixed(0).padStart(4)} %`;
}
