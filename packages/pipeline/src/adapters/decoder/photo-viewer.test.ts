import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { openPhotoViewer } from './photo-viewer.ts';

const never = new AbortController().signal;
const canon = testPhoto('photos/canon-dslr.jpg');

async function opened(options: Partial<Parameters<typeof openPhotoViewer>[0]> = {}) {
  const folder = options.folder ?? join(await temporaryFolder(), 'views');
  const viewer = openPhotoViewer({ settings: defaultRenderSettings, ...options, folder });
  onTestFinished(() => viewer.close());
  return { viewer, folder };
}

test('a whole view has every pixel of the photo, a small one no more than was asked for, and no file is left', async () => {
  const { viewer, folder } = await opened();
  const whole = await viewer.view({ key: 'whole', originalPath: canon, longEdgePx: null }, never);
  const small = await viewer.view({ key: 'small', originalPath: canon, longEdgePx: 320 }, never);
  const { width, height } = await sharp(canon).metadata();
  expect(await sharp(whole).metadata()).toMatchObject({ format: 'jpeg', width, height });
  expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
  expect(await readdir(folder)).toEqual([]);
});

test('what a killed process left is removed, and a cache that is cleared meanwhile costs nothing', async () => {
  const folder = join(await temporaryFolder(), 'views');
  await mkdir(folder);
  await writeFile(join(folder, '1.jpg'), 'half a picture');
  const { viewer } = await opened({ folder });
  const view = (key: string) => viewer.view({ key, originalPath: canon, longEdgePx: 320 }, never);
  await view('before');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
  expect(await view('after')).toBeInstanceOf(Uint8Array);
});

test('a photo that lies on its side is shown upright', async () => {
  const { viewer, folder } = await opened();
  const path = join(dirname(folder), 'side.jpg');
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c00' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(path);
  const view = await viewer.view({ key: 'side', originalPath: path, longEdgePx: null }, never);
  expect(await sharp(view).metadata()).toMatchObject({ width: 40, height: 60 });
});

test('the same picture is made once, however many ask for it, and again only when it was forgotten', async () => {
  const { viewer } = await opened({ limits: { keptBytes: 1 } });
  const wanted = { key: 'small', originalPath: canon, longEdgePx: 320 };
  const [one, other] = await Promise.all([viewer.view(wanted, never), viewer.view(wanted, never)]);
  expect(other).toBe(one);
  expect(await viewer.view(wanted, never)).not.toBe(one);
});

test('what is no photo, not there or too large is refused without its path', async () => {
  const { viewer, folder } = await opened({ limits: { pixels: 1000 } });
  const text = join(dirname(folder), 'text.jpg');
  await writeFile(text, 'no photo');
  const refused = (path: string) => viewer.view({ key: path, originalPath: path, longEdgePx: 320 }, never);
  await expect(refused(text)).rejects.toMatchObject({ code: 'not_found' });
  await expect(refused(join(folder, 'missing.jpg'))).rejects.toMatchObject({ code: 'not_found' });
  await expect(refused(canon)).rejects.toMatchObject({ code: 'too_large' });
  for (const path of [text, join(folder, 'missing.jpg'), canon])
    await expect(refused(path)).rejects.not.toMatchObject({ message: expect.stringContaining(path) });
});

test('a file that its decoder dies over, and one that takes for ever, cost one picture and nothing else', async () => {
  const segfaulting = new URL('../../../../../tests/support/segfaulting-decoder.ts', import.meta.url);
  const { viewer: dying } = await opened({ processModule: segfaulting });
  await expect(dying.view({ key: 'a', originalPath: canon, longEdgePx: 320 }, never)).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('its decoder died over it'),
  });
  const { viewer: slow } = await opened({ limits: { timeMs: 1 } });
  await expect(slow.view({ key: 'a', originalPath: canon, longEdgePx: null }, never)).rejects.toMatchObject({
    code: 'too_large',
  });
});

test('more than may wait are refused, and what nobody waits for any more is not made', async () => {
  const { viewer } = await opened({ limits: { waiting: 1 } });
  const view = (key: string, signal = never) => viewer.view({ key, originalPath: canon, longEdgePx: 320 }, signal);
  const leaving = new AbortController();
  const first = view('first');
  const left = view('left', leaving.signal);
  left.catch(() => {});
  await expect(view('third')).rejects.toMatchObject({ code: 'too_many' });
  leaving.abort();
  await first;
  await expect(left).rejects.toMatchObject({ code: 'conflict' });
  expect(await view('fourth')).toBeInstanceOf(Uint8Array);
});
