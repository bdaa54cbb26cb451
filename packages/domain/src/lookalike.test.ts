import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFlat, likenessOf, slotsNear, slotsOf } from './lookalike.ts';

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const hex = (value: bigint) => value.toString(16).padStart(16, '0');
const bitsOf = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: most });
const turned = (value: bigint, bits: readonly number[]) =>
  bits.reduce((rest, bit) => rest ^ (1n << BigInt(bit)), value);

test('every photo that differs in at most 7 bits stands in one of the 68 slots that are looked at', () => {
  fc.assert(
    fc.property(hash, bitsOf(7), (value, bits) => {
      const near = slotsNear({ dHash: hex(value) });
      expect(near).toHaveLength(68);
      expect(slotsOf({ dHash: hex(turned(value, bits)) }).some((slot) => near.includes(slot))).toBe(true);
    }),
  );
});

test('few bits mean the same picture, some a like one, many another', () => {
  const at = (d: number, p: number) =>
    likenessOf(
      { dHash: hex(0n), pHash: hex(0n) },
      { dHash: hex((1n << BigInt(d)) - 1n), pHash: hex((1n << BigInt(p)) - 1n) },
    );
  expect(at(3, 6)).toEqual({ likeness: 'same', bits: 9 });
  expect(at(4, 6)).toEqual({ likeness: 'alike', bits: 10 });
  expect(at(7, 12)?.likeness).toBe('alike');
  expect(at(8, 0)).toBeNull();
  expect(at(0, 13)).toBeNull();
});

test('a picture without anything in it is flat', () => {
  const thumbprint = (levels: (index: number) => number) =>
    btoa(String.fromCharCode(...Array.from({ length: 1024 }, (_, index) => levels(index))));
  expect(isFlat({ thumbprint: thumbprint(() => 90) })).toBe(true);
  expect(isFlat({ thumbprint: '' })).toBe(true);
  expect(isFlat({ thumbprint: thumbprint((index) => (index % 32) * 8) })).toBe(false);
});
