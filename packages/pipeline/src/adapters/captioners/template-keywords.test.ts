import type { CaptionContext } from '@proofline/domain/captioner.ts';
import { describe, expect, test } from 'vitest';
import { templateKeywords } from './template-keywords.ts';

const context: CaptionContext = {
  subject: 'Frozen Lake',
  location: 'New York, United States',
  folderDisplayName: 'Nature Landscape Photography',
  fields: {},
  numberInSet: 1,
};

const keywordsOf = (of: CaptionContext) => templateKeywords(of, 15);

describe('keywords of a draft', () => {
  test('are the subject, the place as it is called, and the category without the word photography', () => {
    expect(keywordsOf(context)).toEqual([
      'Frozen Lake',
      'Frozen',
      'Lake',
      'New York',
      'United States',
      'Nature',
      'Landscape',
    ]);
  });

  test('leave out joining words, fillers, numbers and repeats', () => {
    const subject = 'The lake and the photo of 12 LAKE scenes in a blog';
    expect(keywordsOf({ ...context, subject, location: 'Lake', folderDisplayName: 'blog' })).toEqual(['lake']);
  });

  test('are at most as many as may be', () => {
    const subject =
      'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa';
    expect(keywordsOf({ ...context, subject })).toHaveLength(15);
    expect(templateKeywords({ ...context, subject }, 6)).toHaveLength(6);
  });

  test('keep short words of scripts that write words shortly', () => {
    expect(keywordsOf({ ...context, subject: '湖 ab', folderDisplayName: '' })).toEqual([
      '湖 ab',
      '湖',
      'New York',
      'United States',
    ]);
  });

  test('are never none: the subject stands in, cut to 64 bytes', () => {
    expect(keywordsOf({ ...context, subject: '747', location: '12', folderDisplayName: 'blog' })).toEqual(['747']);
    const endless = keywordsOf({ ...context, subject: 'é'.repeat(50), location: '1', folderDisplayName: '' });
    expect(endless).toEqual(['é'.repeat(32)]);
  });
});
