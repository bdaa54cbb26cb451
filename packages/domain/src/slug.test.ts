import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalise, slug } from './slug.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      'A',
      'b',
      '7',
      '72',
      '-',
      '&',
      ' ',
      '_',
      '.',
      '/',
      'é',
      '\u0301',
      '\u202E',
      'ß',
      'İ',
      'ᄀ',
      'ᅡ',
    ),
  }),
);

describe('slug', () => {
  test.each([
    ['Booking.com campus Offices', 'Booking_com_campus_Offices'],
    ['Black & White', 'Black_and_White'],
    ['  Foggy   bike path!! ', 'Foggy_bike_path'],
    ['__already_a__slug_', 'already_a_slug'],
    ["King's Day", 'King_s_Day'],
    ['black-and-white', 'black_and_white'],
    ['../../etc/passwd', 'etc_passwd'],
    ['a\\b:c*d?e"f<g>h|i', 'a_b_c_d_e_f_g_h_i'],
    ['line\nbreak\ttab\u0000nul', 'line_break_tab_nul'],
    ['name. . .', 'name'],
  ])('%j becomes %s', (text, token) => {
    expect(slug(text)).toBe(token);
  });

  test.each([
    ['Café Zürich', 'Cafe_Zurich'],
    ['Cafe\u0301', 'Cafe'],
    ['Łódź Ærø Straße Þingvellir İstanbul', 'Lodz_Aero_Strasse_Thingvellir_Istanbul'],
    ['ＡＢＣ１２ ﬁsh x²', 'ABC12_fish_x2'],
    ['Z̸a̷l̶g̵o̴', 'Zalgo'],
  ])('the Latin letters of %j end as ASCII: %s', (text, token) => {
    expect(slug(text)).toBe(token);
  });

  test.each([
    ['東京 タワー', '東京_タワー'],
    ['が'.normalize('NFD'), 'が'],
    ['Кижи, йод'.normalize('NFD'), 'Кижи_йод'],
    ['ירושלים \u202Bשָׁלוֹם', 'ירושלים_שלום'],
    ['한국'.normalize('NFD'), '한국'],
  ])('the letters of %j stay, composed and without loose marks: %s', (text, token) => {
    expect(slug(text)).toBe(token);
  });

  test.each([
    ['KLM Boeing 787-9 PH-BXA', 'KLM_Boeing_787-9_PH-BXA'],
    ['ATR 72-600', 'ATR_72-600'],
    ['Airbus A320-200 G-VIIA', 'Airbus_A320-200_G-VIIA'],
    ['well-known T-shirt, A-frame', 'well_known_T_shirt_A_frame'],
    ['2024-2025', '2024_2025'],
  ])('the hyphens of %j: %s', (text, token) => {
    expect(slug(text)).toBe(token);
  });

  test('text without a letter or digit gives nothing, a lone mark-like letter gives its code point', () => {
    expect(slug('!? … 🎞️')).toBe('');
    expect(slug('\uFF9E')).toBe('UFF9E');
    expect(slug('\u3164')).toBe('U3164');
  });

  test('slugging a slug changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slug(slug(text))).toBe(slug(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('a slug holds letters, digits, single underscores and hyphens between them, and never a mark or control', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slug(text)).toMatch(/^(?:[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*)?$/u);
        expect(slug(text)).not.toMatch(/[\p{M}\p{C}\p{Default_Ignorable_Code_Point}]/u);
      }),
      { numRuns: 3000 },
    );
  });

  test('a slug is never empty for text with a letter or digit', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('x', '7', 'ש', '\uFF9E', '\u3164'), (text, letter) => {
        expect(slug(text + letter)).not.toBe('');
        expect(slug(letter + text)).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('holds for every single character of Unicode', () => {
    const broken: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const text = String.fromCodePoint(code);
      const token = slug(text);
      const sound =
        slug(token) === token &&
        (token !== '' || !/[\p{L}\p{N}]/u.test(text)) &&
        !/[\p{M}\p{C}\p{P}\p{S}\p{Z}]/u.test(token.replaceAll('_', ''));
      if (!sound) broken.push(`U+${code.toString(16)} → ${token}`);
    }
    expect(broken).toEqual([]);
  });
});

describe('capitalise', () => {
  test.each([
    ['amsterdam_netherlands', 'Amsterdam_Netherlands'],
    ['KLM_hangar', 'KLM_Hangar'],
    ['iPhone_meadow', 'IPhone_Meadow'],
    ['москва_река', 'Москва_Река'],
    ['3_gracht', '3_Gracht'],
  ])('%s becomes %s', (token, capitalised) => {
    expect(capitalise(token)).toBe(capitalised);
  });
});
