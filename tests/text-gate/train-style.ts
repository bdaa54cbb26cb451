import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleExamples } from './style-examples.ts';
import { prepared, trainStyle } from './style-training.ts';
import { STYLE_SEED, unseenScores } from './style-unseen.ts';

/**
 * Trains the model of style with every corpus and writes its weights. Where the gate warns is set by the good sentences of corpora that a model had not
 * seen. The same corpora give the same file.
 */
const MOST_WARNED = 0.01;
const target = join(import.meta.dirname, '../../packages/domain/src/text-gate/style/style-weights.ts');

const unseen = unseenScores();
const good = unseen
  .filter(({ isBad }) => !isBad)
  .map(({ score }) => score)
  .toSorted((a, b) => b - a);
const warnAbove = good[Math.floor(good.length * MOST_WARNED)]!;
const blockAbove = good[0]! + 0.5;
const bad = unseen.filter(({ isBad }) => isBad);

const examples = styleExamples();
const { weights, bias } = trainStyle(examples.map(prepared), STYLE_SEED);
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const packed = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale))).toString('base64');
writeFileSync(
  target,
  `/**
 * Made by \`pnpm style:train\` from ${examples.length} sentences of tests/text-gate/corpus (${examples.filter(({ isBad }) => isBad).length} of them bad); not to be edited. A signed byte for each bucket of features, as
 * base64, to be multiplied by \`scale\`.
 */
export const styleWeights = {
  bias: ${bias.toFixed(4)},
  scale: ${scale.toPrecision(6)},
  warnAbove: ${warnAbove.toFixed(3)},
  blockAbove: ${blockAbove.toFixed(3)},
  weights: '${packed}',
};
`,
);
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], JSON.stringify(unseen));
const caught = (least: number) => bad.filter(({ score }) => score > least).length;
console.log(
  `of corpora left out: ${caught(warnAbove)} of ${bad.length} bad sentences above ${warnAbove.toFixed(2)} (warned), ${caught(blockAbove)} above ${blockAbove.toFixed(2)} (blocked); ${good.filter((score) => score > warnAbove).length} of ${good.length} good ones warned`,
);
