import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
import { gateRules } from '@proofline/domain/text-gate/rules/index.ts';
import { describe, expect, test } from 'vitest';
import { readBad, readGood, type CorpusEntry } from './corpus.ts';

/** Texts that the rules were made with, and texts that were laid aside before there were rules. */
const parts = {
  tuning: {
    bad: readBad('bad-tuning.txt'),
    good: ['good-tuning-1.txt', 'good-tuning-2.txt', 'good-tuning-3.txt'].flatMap(readGood),
  },
  'held out': {
    bad: readBad('bad-held-out.txt'),
    good: ['good-held-out-1.txt', 'good-held-out-2.txt'].flatMap(readGood),
  },
  // Written when the rules were done.
  'a last look': { bad: readBad('bad-fresh.txt'), good: readGood('good-fresh.txt') },
  // Written against the rules by somebody who had not read them.
  'a first attack': { bad: readBad('bad-redteam-1.txt'), good: readGood('good-redteam-1.txt') },
  // After the first was mended, from how real small models were seen to write.
  'a second attack': { bad: readBad('bad-redteam-2.txt'), good: readGood('good-redteam-2.txt') },
} as const;

const LEAST_CAUGHT = 0.98;
/** Of good texts that would be held up. A warning holds up nobody; those are counted beside them and kept few as well. */
const MOST_FALSE_ALARMS = 0.02;
const MOST_WARNED = 0.08;

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
    const missed = bad.filter(({ rule, ...entry }) => !findingsIn(entry).some((finding) => finding.rule === rule));
    const judged = good.map((entry) => ({ source: entry.source, findings: findingsIn(entry) }));
    const blocked = judged.filter(({ findings }) => findings.some(blocks));
    const warned = judged.filter(({ findings }) => findings.length > 0 && !findings.some(blocks));
    const rows = gateRules.map(({ id }) => {
      const meant = bad.filter(({ rule }) => rule === id);
      const lost = missed.filter(({ rule }) => rule === id);
      const of = (held: typeof judged) =>
        held.filter(({ findings }) => findings.some(({ rule }) => rule === id)).length;
      return row(id, meant.length - lost.length, meant.length, of(blocked), of(warned), good.length);
    });
    console.log(
      [
        `texts for ${name}`.padEnd(28) + 'caught            false alarms      only warned',
        ...rows,
        row('all', bad.length - missed.length, bad.length, blocked.length, warned.length, good.length),
        ...missed.map(({ rule, source }) => `missed by ${rule}: ${source}`),
        ...[...blocked, ...warned].map(
          ({ source, findings }) => `against ${source}: ${findings.map(inWords).join('; ')}`,
        ),
      ].join('\n'),
    );
    expect(1 - missed.length / bad.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
    expect(blocked.length / good.length).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
    expect(warned.length / good.length).toBeLessThanOrEqual(MOST_WARNED);
  });
});

const findingsIn = ({ text, context }: Pick<CorpusEntry, 'text' | 'context'>) => findingsOf(text, context);
const blocks = ({ severity }: Finding) => severity === 'block';
const inWords = ({ rule, field, reason }: Finding) => `${rule} in ${field} (${reason})`;

function row(name: string, caught: number, bad: number, blocked: number, warned: number, good: number): string {
  return name.padEnd(28) + [share(caught, bad), share(blocked, good), share(warned, good)].join('    ');
}

function share(part: number, all: number): string {
  return `${String(part).padStart(4)}/${String(all).padEnd(4)}${((100 * part) / all).toFixed(1).padStart(5)} %`;
}
