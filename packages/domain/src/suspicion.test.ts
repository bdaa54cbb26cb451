import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwn, verdictOn, wayOf, type Death, type DeathEvidence } from './suspicion.ts';

const startedAt = '2026-01-01T00:00:00.000Z';
const evidence = (byItself: boolean): DeathEvidence => ({
  signal: byItself ? 'SIGSEGV' : 'SIGKILL',
  exitCode: null,
  residentBytes: 300 * 1024 ** 2,
  lastWords: '',
  byItself,
});
const decoder = (byItself: boolean, alone = false): Death => ({
  process: 'decoder',
  startedAt,
  alone,
  clearedSince: false,
  evidence: evidence(byItself),
});
const whole = (alone: boolean, clearedSince = false): Death => ({
  process: 'whole',
  startedAt,
  alone,
  clearedSince,
  evidence: null,
});

test('a photo that two decoders failed over is quarantined; after the first it is tried again as usual', () => {
  expect(verdictOn([])).toEqual({ kind: 'in-company' });
  expect(verdictOn([decoder(true)])).toEqual({ kind: 'in-company' });
  expect(verdictOn([decoder(true), decoder(true)])).toEqual({ kind: 'quarantine' });
});

test('after two deaths of the whole process a photo runs alone, and is quarantined after two deaths alone', () => {
  expect(verdictOn([whole(false)])).toEqual({ kind: 'in-company' });
  expect(verdictOn([whole(false), whole(false)])).toMatchObject({ kind: 'alone' });
  expect(verdictOn([whole(false), whole(false), whole(true)])).toMatchObject({ kind: 'alone' });
  expect(verdictOn([whole(false), whole(false), whole(true), whole(true)])).toEqual({ kind: 'quarantine' });
});

test('before its last chance a photo waits longer than before its first run alone', () => {
  const first = verdictOn([whole(false), whole(false)]);
  const last = verdictOn([whole(false), whole(false), whole(true)]);
  expect(first.kind === 'alone' && last.kind === 'alone' && last.afterMs > first.afterMs).toBe(true);
});

test('a death alone does not count once the process died without the photo', () => {
  expect(verdictOn([whole(true, true), whole(true)])).toMatchObject({ kind: 'alone' });
  expect(verdictOn([whole(true, true), whole(true, true)])).toMatchObject({ kind: 'alone' });
});

test('a decoder that was killed from outside is no proof, unless it happens when the photo is alone', () => {
  expect(verdictOn([decoder(false), decoder(false), decoder(false)])).toMatchObject({ kind: 'alone' });
  expect(verdictOn([decoder(false), decoder(false), decoder(false, true), decoder(false, true)])).toEqual({
    kind: 'quarantine',
  });
});

const anyDeath = fc.record({
  process: fc.constantFrom('decoder' as const, 'whole' as const),
  startedAt: fc.constant(startedAt),
  alone: fc.boolean(),
  clearedSince: fc.boolean(),
  evidence: fc.option(fc.boolean().map(evidence), { nil: null }),
});

test('law: deaths in company, however many, never put a photo in quarantine', () => {
  const bystanding = anyDeath.map((death): Death => ({ ...death, alone: false, evidence: null }));
  fc.assert(fc.property(fc.array(bystanding), (deaths) => verdictOn(deaths).kind !== 'quarantine'));
});

test('law: a further death never makes the verdict milder', () => {
  const severity = (deaths: readonly Death[]) => {
    const verdict = verdictOn(deaths);
    return verdict.kind === 'alone' ? verdict.afterMs : verdict.kind === 'quarantine' ? Infinity : 0;
  };
  fc.assert(
    fc.property(fc.array(anyDeath), anyDeath, (deaths, further) => severity([...deaths, further]) >= severity(deaths)),
  );
});

test('law: a photo is quarantined for exactly two deaths of its own or more', () => {
  fc.assert(
    fc.property(fc.array(anyDeath), (deaths) => {
      expect(verdictOn(deaths).kind === 'quarantine').toBe(deaths.filter(isOwn).length >= 2);
    }),
  );
});

test('evidence is said in words', () => {
  expect(wayOf(decoder(true))).toBe('the decoder ended with SIGSEGV at 300 MiB of memory');
  expect(wayOf(whole(true))).toBe('the whole process ended without a word');
});
