import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { isLooping } from './loop-guard.ts';
import { saidIn } from './model-failure.ts';
import { readReply } from './read-reply.ts';
import { valueLogprobs } from './value-logprobs.ts';

const schema = z.object({ caption: z.string() });

describe('what can be read of a reply', () => {
  test.each([
    ['{"caption":"Ice"}', false],
    ['Sure! ```json\n{"caption": "Ice"}\n``` I hope that helps.', false],
    ["{caption: 'Ice',}", true],
  ])('%j is read, mended: %j', (text, isRepaired) => {
    const reply = { text, end: 'stop', tokens: null } as const;
    expect(readReply(reply, schema)).toEqual({ kind: 'read', value: { caption: 'Ice' }, isRepaired });
  });

  test('half a sentence is never completed', () => {
    const reply = { text: '{"caption":"A person in a teal', end: 'length', tokens: null } as const;
    expect(readReply(reply, schema)).toEqual({
      kind: 'unusable',
      reason: 'the reply was cut off: "{\\"caption\\":\\"A person in a teal"',
    });
  });

  test('JSON of another form says what is missing', () => {
    const reply = { text: '{"title":"Ice"}', end: 'stop', tokens: null } as const;
    expect(readReply(reply, schema)).toMatchObject({ kind: 'unusable', reason: expect.stringContaining('caption: ') });
  });
});

describe('a loop', () => {
  test.each([
    ['the same three words four times', 'red tulip field '.repeat(4), true],
    ['the same three words three times', 'red tulip field '.repeat(3), false],
    ['the same long tail twice', 'x'.repeat(128), true],
    ['blanks without end', `{"caption": "Ice"${' '.repeat(48)}`, true],
    ['keywords that share words', '["red tulip","red tulip field","tulip field","dutch tulip field"]', false],
  ])('%s: %s', (_name, text, expected) => {
    expect(isLooping(text)).toBe(expected);
  });
});

describe('how sure the model was', () => {
  const tokensOf = (pieces: readonly (string | Uint8Array)[]) =>
    pieces.map((piece, index) => ({
      bytes: typeof piece === 'string' ? Buffer.from(piece) : piece,
      logprob: -index,
    }));

  test('counts inside the values, without the first token of each and without what the grammar forces', () => {
    const pieces = [
      '{"',
      'caption',
      '":"',
      'Ice',
      ' on',
      '"',
      ',"alt_text":',
      '"',
      'Cold',
      ' lake',
      '","keywords":["',
      'ice',
      's"]}',
    ];
    expect(valueLogprobs(pieces.join(''), tokensOf(pieces))).toEqual({ caption: [-4], altText: [-9], keywords: [-12] });
  });

  test('finds its place by bytes, where a token holds half a letter', () => {
    const [first, second] = [Buffer.from('Ł').subarray(0, 1), Buffer.from('Ł').subarray(1)];
    const text = '{"caption":"aŁb"}';
    const tokens = tokensOf(['{"caption":"', 'a', first, second, 'b', '"}']);
    expect(valueLogprobs(text, tokens)?.caption).toEqual([-2, -3, -4]);
  });

  test('says nothing rather than something wrong when the tokens are of another text', () => {
    expect(valueLogprobs('{"caption":"Ice"}', tokensOf(['thinking', '{"caption":"Ice"}']))).toBeNull();
  });
});

test.each([
  ['{"error":"model \'x\' not found"}', "model 'x' not found"],
  ['{"error":"{\\"error\\":{\\"code\\":500,\\"message\\":\\"no mmproj\\"}}"}', 'no mmproj'],
  ['{"error":{"message":"bad key","code":401}}', 'bad key'],
  ['<html>\n gone </html>', '<html> gone </html>'],
  ['', 'nothing'],
])('the words in %s', (body, words) => {
  expect(saidIn(body)).toBe(words);
});
