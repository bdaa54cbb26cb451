import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAMERA_MAX_CHARS, cameraToken } from './camera.ts';
import { slug } from './slug.ts';

describe('camera token', () => {
  test.each([
    ['Canon', 'Canon EOS R5m2', 'Canon_EOS_R5_Mark_II'],
    ['Canon', 'Canon EOS R5 m2', 'Canon_EOS_R5_Mark_II'],
    ['Canon', 'EOS R5 Mark II', 'Canon_EOS_R5_Mark_II'],
    ['Canon', 'Canon EOS R5 MkII', 'Canon_EOS_R5_Mark_II'],
    ['CANON', 'EOS R5MarkII', 'Canon_EOS_R5_Mark_II'],
    ['Canon', 'EOS R5 Mark 2', 'Canon_EOS_R5_Mark_II'],
    ['Canon Inc.', 'EOS R5 mark_ii', 'Canon_EOS_R5_Mark_II'],
    [undefined, 'Canon EOS R5m2', 'Canon_EOS_R5_Mark_II'],
    ['Canon', 'Canon EOS R6m3', 'Canon_EOS_R6_Mark_III'],
    ['Canon', 'Canon EOS M50m2', 'Canon_EOS_M50_Mark_II'],
    ['Canon', 'Canon EOS 5D Mark IV', 'Canon_EOS_5D_Mark_IV'],
    ['Canon', 'Canon PowerShot G7 X Mark III', 'Canon_PowerShot_G7_X_Mark_III'],
    ['OLYMPUS CORPORATION', 'E-M1MarkII', 'Olympus_E_M1_Mark_II'],
  ])('%s | %s: the mark is written out: %s', (make, model, token) => {
    expect(cameraToken(make, model)).toBe(token);
  });

  test.each([
    ['Canon', 'Canon EOS M2', 'Canon_EOS_M2'],
    ['Canon', 'Canon EOS R5', 'Canon_EOS_R5'],
    ['Panasonic', 'DMC-GM1', 'Panasonic_DMC_GM1'],
    ['samsung', 'SM-G930P', 'Samsung_SM_G930P'],
  ])('%s | %s: what is no mark stays: %s', (make, model, token) => {
    expect(cameraToken(make, model)).toBe(token);
  });

  test.each([
    ['NIKON CORPORATION', 'NIKON D60', 'Nikon_D60'],
    ['NIKON', 'COOLPIX P6000', 'Nikon_COOLPIX_P6000'],
    ['LEICA CAMERA AG', 'LEICA Q2', 'Leica_Q2'],
    ['FUJIFILM', 'FinePix S3Pro', 'Fujifilm_FinePix_S3Pro'],
    ['SONY', 'DSLR-A550', 'Sony_DSLR_A550'],
    ['OLYMPUS IMAGING CORP.', 'E-M10', 'Olympus_E_M10'],
    ['PENTAX Corporation', 'PENTAX K10D', 'Pentax_K10D'],
    ['Apple', 'iPhone 12 Pro', 'Apple_iPhone_12_Pro'],
    ['Nintendo', 'Nintendo 3DS', 'Nintendo_3DS'],
    ['BUSHNELL', '', 'Bushnell'],
    ['OPPO', 'R7plusf', 'OPPO_R7plusf'],
    ['Xiaomi', 'Redmi Note 9S', 'Xiaomi_Redmi_Note_9S'],
    ['motorola', 'moto g(9) plus', 'Motorola_moto_g_9_plus'],
    ['OM Digital Solutions', 'OM-1', 'OM_System_OM_1'],
    ['Hewlett-Packard', 'HP PhotoSmart 945', 'HP_PhotoSmart_945'],
    ['ACME', 'ACME Snap 2', 'ACME_Snap_2'],
  ])('%s | %s: the brand stands once, without company forms: %s', (make, model, token) => {
    expect(cameraToken(make, model)).toBe(token);
  });

  test.each([
    ['RICOH IMAGING COMPANY, LTD.', 'PENTAX K-3 II', 'Pentax_K_3_II'],
    ['JK Imaging, Ltd.', 'KODAK PIXPRO FZ201', 'Kodak_PIXPRO_FZ201'],
    ['HMD Global', 'Nokia 7 plus', 'Nokia_7_plus'],
  ])('%s | %s goes under the brand of the model: %s', (make, model, token) => {
    expect(cameraToken(make, model)).toBe(token);
  });

  test('a plus tells two models apart', () => {
    expect(cameraToken('vivo', 'vivo X90 Pro+')).toBe('vivo_X90_Pro_Plus');
    expect(cameraToken('vivo', 'vivo X90 Pro')).toBe('vivo_X90_Pro');
  });

  test('is null when the file names no camera', () => {
    expect(cameraToken(undefined, undefined)).toBeNull();
    expect(cameraToken('', '  ')).toBeNull();
    expect(cameraToken('\u0000', '---')).toBeNull();
  });

  test('is a slug of at most 40 characters whatever the file says, and naming it again changes nothing', () => {
    const text = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(fc.constantFrom('Canon', 'EOS', 'R5m2', 'NIKON', 'CORPORATION', 'Mk', 'II', '+', '-', 'Co.', 'vivo'), {
            maxLength: 16,
          })
          .map((words) => words.join(' ')),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(text, text, (make, model) => {
        const token = cameraToken(make, model);
        expect(token === null || (token !== '' && slug(token) === token)).toBe(true);
        expect(token?.length ?? 0).toBeLessThanOrEqual(CAMERA_MAX_CHARS);
      }),
      { numRuns: 2000 },
    );
  });
});
