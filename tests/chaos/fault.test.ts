import { expect, test } from 'vitest';
import { planFaults } from './fault.ts';

const campaign = { kills: 40, flushes: 6, engine: 'redis' } as const;

test('the same seed gives the same faults, another seed others', () => {
  expect(planFaults({ seed: 7, ...campaign })).toEqual(planFaults({ seed: 7, ...campaign }));
  expect(planFaults({ seed: 7, ...campaign })).not.toEqual(planFaults({ seed: 8, ...campaign }));
});

test('a campaign has as many kills and wipes as it was asked for', () => {
  const kinds = Map.groupBy(planFaults({ seed: 1, ...campaign }), ({ kind }) => kind.split('-')[0]);
  expect(kinds.get('kill')).toHaveLength(40);
  expect(['flush', 'cut', 'restart'].flatMap((kind) => kinds.get(kind) ?? [])).toHaveLength(6);
  expect(kinds.get('freeze')).toHaveLength(3);
});

test('the embedded engine loses its folder where Redis would be wiped', () => {
  const faults = planFaults({ seed: 1, ...campaign, engine: 'embedded' });
  expect(faults.filter(({ kind }) => kind === 'delete-engine-cache')).toHaveLength(6);
  expect(faults.some(({ kind }) => kind.endsWith('-redis'))).toBe(false);
});

test('disasters come of every kind in turn, those of the disk only where there is one of its own', () => {
  const kinds = (hasDisk: boolean) =>
    new Set(
      planFaults({ seed: 1, kills: 0, flushes: 0, disasters: 9, hasDisk, engine: 'redis' }).map(({ kind }) => kind),
    );
  const everywhere = [
    'lock-database',
    'jump-clock',
    'take-site-away',
    'refuse-rename',
    'store-short',
    'take-captioner-away',
    'spoil-replies',
  ];
  expect(kinds(false)).toEqual(new Set(everywhere));
  expect(kinds(true)).toEqual(new Set([...everywhere, 'fill-disk', 'read-only-disk']));
});
