import { describe, expect, test } from 'vitest';
import { readPlaceName } from './place-name.ts';

describe('a place in words', () => {
  test.each([
    ['Amsterdam_Netherlands', ['Amsterdam', 'Netherlands'], 'Amsterdam, Netherlands'],
    ['New York United States', ['New York', 'United States'], 'New York, United States'],
    ['Haifa, Israel', ['Haifa', 'Israel'], 'Haifa, Israel'],
    ['Glencoe Scotland', ['Glencoe', 'Scotland'], 'Glencoe, Scotland'],
    ['Netherlands', ['Netherlands'], 'the Netherlands'],
    ['United_Kingdom', ['United Kingdom'], 'the United Kingdom'],
    ['Gouda', ['Gouda'], 'Gouda'],
    ['Zaanse Schans', ['Zaanse Schans'], 'Zaanse Schans'],
  ])('%s', (location, parts, afterIn) => {
    expect(readPlaceName(location)).toEqual({ parts, afterIn });
  });

  test.each(['Flower_Photography', 'Macro photography', '…', ''])('%j is no place', (location) => {
    expect(readPlaceName(location)).toBeNull();
  });
});
