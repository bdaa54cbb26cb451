import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
import { expect, test } from 'vitest';
import { readBad, readGood, type CorpusEntry } from './corpus.ts';

/**
 * What small vision models write of photos, in their manner but by hand, and captions as people write them. Made before whoever wrote them had read
 * the rules, and no part of what the style model was trained with. At first sight 142 of 147 were caught, and of 63 good ones 4 were flagged, 3 of
 * them held up; one of these has nine words where ten are asked for. What was wrong in kind was mended, and the second part written then: 35 of 40
 * caught at first sight, 1 of 30 good ones held up. Two more people wrote the third and fourth part: of the third 278 of 307 were caught at first
 * sight and 54 of 222 good ones flagged (43 for names of people, which whoever wrote them knew), 8 of them held up; of the fourth 288 of 316 and 6 of
 * 238, 3 of them held up. The fifth was kept back until what these showed had been mended: 333 of 343 and 5 of 255, 1 of them held up (before, it
 * would have been 323). What was wrong in kind has been mended since.
 */
const parts = ['', '-2', '-3', '-4', '-5'];
const LEAST_CAUGHT = 0.98;
const MOST_BLOCKED = 0.02;
const MOST_FLAGGED = 0.04;

test('what small models write is caught, and what people write passes', () => {
  const bad = parts.flatMap((part) => readBad(`bad-small-models${part}.txt`));
  const good = parts.flatMap((part) => readGood(`good-small-models${part}.txt`));
  const missed = bad.filter((entry) => !isCaught(entry));
  const judged = good.map((entry) => ({ source: entry.source, findings: findingsIn(entry) }));
  const flagged = judged.filter(({ findings }) => findings.length > 0);
  const blocked = flagged.filter(({ findings }) => findings.some(({ severity }) => severity === 'block'));
  const kinds = new Set(bad.map(({ rule }) => rule));
  console.log(
    [
      `small models: caught ${share(bad.length - missed.length, bad.length)} of ${kinds.size} kinds; good texts held up ${share(blocked.length, good.length)}, flagged ${share(flagged.length, good.length)}`,
      ...missed.map(({ rule, source }) => `missed [${rule}] ${source}`),
      ...flagged.map(({ source, findings }) => `against ${source}: ${findings.map(({ reason }) => reason).join('; ')}`),
    ].join('\n'),
  );
  expect([bad.length, good.length, kinds.size]).toEqual([1152, 808, 110]);
  expect(1 - missed.length / bad.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
  expect(blocked.length / good.length).toBeLessThanOrEqual(MOST_BLOCKED);
  expect(flagged.length / good.length).toBeLessThanOrEqual(MOST_FLAGGED);
});

/** That caption and alt text are alike is said of the alt text, whichever of the two was written anew. */
function isCaught(entry: CorpusEntry): boolean {
  return findingsIn(entry).some(
    ({ field, rule }) =>
      entry.given.includes(field) || (rule === 'caption-alt-alike' && entry.given.includes('caption')),
  );
}

/** That a term is new is said of every new term, good or bad. */
const findingsIn = ({ text, context }: CorpusEntry) =>
  findingsOf(text, context).filter(({ rule }) => rule !== 'keyword-new-term');

const share = (part: number, all: number) => `${part}/${all} (${((100 * part) / all).toFixed(1)} %)`;
