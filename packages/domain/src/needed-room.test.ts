import { expect, test } from 'vitest';
import { neededRoomBytes } from './needed-room.ts';

const file = (bytes: number, pixels?: number) => ({
  path: '/photos/1.jpg',
  relativePath: '1.jpg',
  bytes,
  ...(pixels !== undefined && { pixels }),
});
const RESERVED = 500_000_000;

test('a photo takes its original and 8 MB of work, whether it is large or nobody looked', () => {
  expect(neededRoomBytes([file(9_000_000)])).toBe(RESERVED + 9_000_000 + 8_000_000);
  expect(neededRoomBytes([file(900_000, 24_000_000)])).toBe(RESERVED + 900_000 + 8_000_000);
});

test('a small one takes as much as its pixels, never less than blocks and rows', () => {
  expect(neededRoomBytes([file(60_000, 640 * 480)])).toBe(RESERVED + 60_000 + 150_000 + 640 * 480 * 8);
  expect(neededRoomBytes([file(100, 1)])).toBe(RESERVED + 100 + 150_000 + 8);
});

test('100,000 tiny photos need 16 GB and not 800', () => {
  const files = Array.from({ length: 100_000 }, () => file(1_500, 48 * 32));
  expect(neededRoomBytes(files)).toBeLessThan(17_000_000_000);
  expect(neededRoomBytes(files)).toBeGreaterThan(15_000_000_000);
});
