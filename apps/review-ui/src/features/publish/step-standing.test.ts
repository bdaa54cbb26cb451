import type { PublicationStep } from '@proofline/domain/publication.ts';
import type { PublicationProgressItem } from '@proofline/domain/publication-progress.ts';
import { expect, test } from 'vitest';
import { photoStanding, stepStandings } from './step-standing.ts';

const sizes: Partial<Record<PublicationStep, number>> = { 'web-sent': 1_200_000, 'thumb-sent': 0 };

function photo(
  state: PublicationProgressItem['state'],
  done: readonly PublicationStep[] = [],
  failure: string | null = null,
): Pick<PublicationProgressItem, 'state' | 'steps' | 'failure'> {
  const steps = done.map((step) => ({ step, finishedAt: '2026-05-04T09:00:00.000Z', bytesSent: sizes[step] ?? null }));
  return { state, steps, failure };
}

const wordsOf = (item: ReturnType<typeof photo>) => Object.values(stepStandings(item)).map(({ words }) => words);

test('what is done has its words, the next step goes on, the rest waits', () => {
  expect(wordsOf(photo('uploading', ['checked', 'archived', 'embedded', 'web-sent']))).toEqual([
    'archived',
    '1.2 MB',
    'sending',
    'waits',
    'waits',
  ]);
});

test('a file that the site had already was not sent', () => {
  expect(wordsOf(photo('uploading', ['embedded', 'web-sent', 'thumb-sent']))).toEqual([
    'no archive',
    '1.2 MB',
    'there already',
    'writing',
    'waits',
  ]);
});

test('that there is no archive is known once the photo is past it', () => {
  expect(wordsOf(photo('uploading', ['checked']))[0]).toBe('archiving');
  expect(wordsOf(photo('uploading', ['checked', 'embedded']))[0]).toBe('no archive');
});

test('nothing goes on of a photo that waits, or that is to be tried again', () => {
  expect(new Set(wordsOf(photo('queued')))).toEqual(new Set(['waits']));
  const retried = photo('uploading', ['archived', 'embedded'], 'the line was cut');
  expect(wordsOf(retried).slice(1)).toEqual(['waits', 'waits', 'waits', 'waits']);
  expect(photoStanding(retried)).toBe('is tried again soon: the line was cut');
});

test('on the site everything is done, whatever a crash left on record', () => {
  expect(wordsOf(photo('published', ['embedded', 'web-sent']))).toEqual([
    'no archive',
    '1.2 MB',
    'sent',
    'written',
    'verified',
  ]);
});

test('what came to nothing says what was not done, why, and whether it was taken back', () => {
  const failed = photo('failed', ['embedded', 'web-sent', 'taken-back'], 'the table is full');
  expect(wordsOf(failed)).toEqual(['no archive', '1.2 MB', 'not done', 'not done', 'not done']);
  expect(wordsOf(photo('failed'))[0]).toBe('no record');
  expect(photoStanding(failed)).toBe('came to nothing: the table is full; what was sent of it was taken back');
});
