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

describe('keywords of a draft', () => {
  test('are the subject, the place as it is called, and the category without the word photography', () => {
    expect(templateKeywords(context)).toEqual([
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
    expect(templateKeywords({ ...context, subject, location: 'Lake', folderDisplayName: 'blog' })).toEqual(['lake']);
  });

  test('are at most 15', () => {
    const subject =
      'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa';
    expect(templateKeywords({ ...context, subject })).toHaveLength(15);
  });

  test('keep short words of scripts that write words shortly', () => {
    expect(templateKeywords({ ...context, subject: '湖 ab', folderDisplayName: '' })).toEqual([
      '湖 ab',
      '湖',
      'New York',
      'United States',
    ]);
  });

  test('are never none: the subject stands in, cut to 64 bytes', () => {
    expect(templateKeywords({ ...context, subject: '747', location: '12', folderDisplayName: 'blog' })).toEqual([
      '747',
    ]);
    const endless = templateKeywords({ ...context, subject: 'é'.repeat(50), location: '1', folderDisplayName: '' });
    expect(endless).toEqual(['é'.repeat(32)]);
  });
});
