import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBad, readGood } from './corpus.ts';
import type { StyleExample } from './style-training.ts';

/** Kinds of bad texts that are bad in what they say and how, not in a fact, a length or a sign. */
const ofStyle = new Set([
  'mood',
  'praise',
  'viewer',
  'picture talk',
  'speculation',
  'symbol and story',
  'advert',
  'lead-in',
  'meta',
  'filler',
  'generic-filler',
  'meta-talk',
  'uncertain-claim',
  'refusal',
  'medium-prefix',
  'template-phrase',
  'off-style',
]);

/** Corpora that were written at one time by one hand: left out together, or the figure would not be one of unseen texts. */
const styleGroups: Readonly<Record<string, readonly string[]>> = {
  tuning: ['tuning', 'tuning-1', 'tuning-2', 'tuning-3'],
  'held-out': ['held-out', 'held-out-1', 'held-out-2'],
  fresh: ['fresh'],
  'redteam-1': ['redteam-1'],
  'redteam-2': ['redteam-2'],
  'attack-3': ['attack-3'],
  'attack-4': ['attack-4'],
  'attack-5': ['attack-5'],
  'attack-6': ['attack-6'],
  'attack-7': ['attack-7'],
};

export function styleExamples(): readonly StyleExample[] {
  return [
    ...Object.entries(styleGroups).flatMap(([group, names]) => [
      ...names.filter((name) => has(`bad-${name}.txt`)).flatMap((name) => badOf(name, group)),
      ...names.filter((name) => has(`good-${name}.txt`)).flatMap((name) => goodOf(name, group)),
    ]),
    ...['', '-a', '-b', '-c', '-d'].flatMap((which) => [
      ...sentences(`style-bad${which}.txt`, true, `sentences${which}`),
      ...sentences(`style-good${which}.txt`, false, `sentences${which}`),
    ]),
    // What the captioner without a model writes: plain, labelled as such, and nothing for a reviewer to be stopped by.
    ...sentences('style-good-template.txt', false, 'template'),
  ];
}

function badOf(name: string, group: string): readonly StyleExample[] {
  return readBad(`bad-${name}.txt`)
    .filter(({ rule }) => ofStyle.has(rule!))
    .flatMap(({ text, given, context: { subject, location } }) =>
      given
        .filter((field) => field !== 'keywords')
        .map((field) => ({ text: text[field], subject, location, isBad: true, group })),
    );
}

function goodOf(name: string, group: string): readonly StyleExample[] {
  return readGood(`good-${name}.txt`).flatMap(({ text, context: { subject, location } }) =>
    [text.caption, text.altText].map((one) => ({ text: one, subject, location, isBad: false, group })),
  );
}

/** One sentence a line, written for the training alone, each file by another hand. */
function sentences(file: string, isBad: boolean, group: string): readonly StyleExample[] {
  return readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ text, subject: '', location: '', isBad, group }));
}

const has = (file: string) => existsSync(join(import.meta.dirname, 'corpus', file));
