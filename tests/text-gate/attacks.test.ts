import type { GateText } from '@proofline/domain/text-gate/finding.ts';
import { findingsOf } from '@proofline/domain/text-gate/run-gate.ts';
import { warnAbove } from '@proofline/domain/text-gate/style-model.ts';
import { expect, test } from 'vitest';
import { areLongTests } from '../support/long-tests.ts';
import { readBad, readGood, type CorpusEntry } from './corpus.ts';
import { styleExamples } from './style-examples.ts';
import { prepared, scoreOf, trainStyle } from './style-training.ts';
import { judgedBy, STYLE_SEED } from './style-unseen.ts';

/**
 * Corpora that were written to get past the gate, by somebody who tried to. Whatever is wrong with a text, a finding in the bad field counts as caught:
 * it puts the text before a person with a reason. Of a corpus that was left out of the training nothing is known to the model; the rules knew none of
 * these when they were written, but attacks 3 and 4.
 */
const PROSE = ['caption', 'altText'] as const;
/** What the shipped gate reaches; its model was trained with these texts. */
const LEAST_CAUGHT = 0.93;
const MOST_BLOCKED = 0.02;
/** What it reaches of texts that it has not seen, over all corpora. The aim is 0.98 and 0.02. */
const LEAST_CAUGHT_UNSEEN = 0.8;
const MOST_FLAGGED_UNSEEN = 0.06;

test('the shipped gate catches what attacks wrote and holds up no good text', () => {
  const rows = judgedBy.map((name) => {
    const bad = readBad(`bad-${name}.txt`);
    const good = readGood(`good-${name}.txt`);
    const held = good.filter(({ text, context }) =>
      findingsOf(text, context).some(({ severity }) => severity === 'block'),
    );
    return { name, bad: bad.length, caught: bad.filter(isCaught).length, good: good.length, flagged: held.length };
  });
  const all = printed('the shipped gate, blocked', rows);
  expect(all.caught / all.bad).toBeGreaterThanOrEqual(LEAST_CAUGHT);
  expect(all.flagged / all.good).toBeLessThanOrEqual(MOST_BLOCKED);
});

test('most of what it has not seen is caught, and few good texts are flagged', { timeout: 300_000 }, () => {
  const examples = styleExamples().map((example) => ({ group: example.group, row: prepared(example) }));
  const rows = (areLongTests ? judgedBy : judgedBy.slice(-1)).map((name) => {
    const seen = examples.filter(({ group }) => group !== name).map(({ row }) => row);
    const trained = trainStyle(seen, STYLE_SEED);
    const isOffStyle = ({ text, context }: CorpusEntry, fields: readonly (keyof GateText)[]) =>
      PROSE.filter((field) => fields.includes(field)).some(
        (field) => scoreOf(trained, prepared({ text: text[field], ...context, isBad: true, group: name })) > warnAbove,
      );
    const bad = readBad(`bad-${name}.txt`);
    const good = readGood(`good-${name}.txt`);
    return {
      name,
      bad: bad.length,
      caught: bad.filter((entry) => isCaught(entry, true) || isOffStyle(entry, entry.given)).length,
      good: good.length,
      flagged: good.filter((entry) => withoutStyle(entry).length > 0 || isOffStyle(entry, PROSE)).length,
    };
  });
  const all = printed('texts that the model has not seen, flagged', rows);
  expect(all.caught / all.bad).toBeGreaterThanOrEqual(LEAST_CAUGHT_UNSEEN);
  expect(all.flagged / all.good).toBeLessThanOrEqual(MOST_FLAGGED_UNSEEN);
});

type Row = {
  readonly name: string;
  readonly bad: number;
  readonly caught: number;
  readonly good: number;
  readonly flagged: number;
};

/** That a term is new is said of every new term, good or bad. */
function isCaught(entry: CorpusEntry, hasNoModel: unknown = false): boolean {
  const findings = hasNoModel === true ? withoutStyle(entry) : findingsOf(entry.text, entry.context);
  return findings.some(({ field, rule }) => entry.given.includes(field) && rule !== 'keyword-new-term');
}

const withoutStyle = ({ text, context }: CorpusEntry) =>
  findingsOf(text, context).filter(({ rule }) => rule !== 'off-style');

function printed(title: string, rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const all: Row = {
    name: 'all',
    bad: sum(({ bad }) => bad),
    caught: sum(({ caught }) => caught),
    good: sum(({ good }) => good),
    flagged: sum(({ flagged }) => flagged),
  };
  const line = ({ name, bad, caught, good, flagged }: Row) =>
    `${name.padEnd(12)} caught ${caught}/${bad} (${((100 * caught) / bad).toFixed(1)} %), good ${flagged}/${good} (${((100 * flagged) / good).toFixed(1)} %)`;
  console.log([title, ...rows.map(line), line(all)].join('\n'));
  return all;
}
