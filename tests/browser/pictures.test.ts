import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { press, tabTo } from './keyboard.ts';

const PATIENCE_MS = 60_000;
const SIZE = { widthPx: 2600, heightPx: 1700 };
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** Pictures that are made when somebody looks: of folders, and every pixel of a photo. The tests follow each other. */
describe.skipIf(!isChromiumThere())('pictures on demand', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;
  const wholes: string[] = [];

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'photos', 'lake'), 3, SIZE);
    await generatePhotos(join(folder, 'photos', 'lake', 'dawn'), 1, { startAt: 9 });
    await writeFile(join(folder, 'photos', 'lake', 'IMG_7.CR2'), 'no picture can be made of this');
    browser = await startBrowser();
    running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: join(folder, 'photos') });
    await running.add({
      sourceFolder: join(folder, 'photos', 'lake'),
      subject: 'Frozen Lake',
      includeSubfolders: false,
    });
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    page.on('request', (request) => {
      if (request.url().includes('/whole-images/')) wholes.push(request.url());
    });
    await page.goto(link());
    await page.getByTestId('save-state').waitFor();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const link = () => `${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer(person)}`;
  const whole = (of: Page | Locator) => of.locator('img[src^="blob:"]');
  const scale = (of: Page, words: string) => of.getByTestId('scale').filter({ hasText: words }).waitFor();

  /** How many pixels of the screen one of the photo takes, and by how much it lies beside their grid. */
  const pixelsOf = async (screen: Page, of: Page | Locator) => {
    await expect
      .poll(() => whole(of).evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(SIZE.widthPx);
    const { x, y, width, height } = (await whole(of).boundingBox())!;
    const ratio = await screen.evaluate<number>('devicePixelRatio');
    // The element is as large as the enlarged stage, and the photo fills it in one direction.
    const perPixel = Math.min(width / SIZE.widthPx, height / SIZE.heightPx);
    const edges = [x + (width - SIZE.widthPx * perPixel) / 2, y + (height - SIZE.heightPx * perPixel) / 2];
    const beside = edges.map((edge) => Math.abs(edge * ratio - Math.round(edge * ratio)));
    return { perPixel: perPixel * ratio, beside: Math.max(...beside) };
  };
  const expectOneToOne = async (of: Page, part: Page | Locator = of) => {
    const { perPixel, beside } = await pixelsOf(of, part);
    expect(perPixel).toBeCloseTo(1, 4);
    expect(beside).toBeLessThan(0.05);
  };

  test('one pixel of the photo lies on one of the screen, and is fetched only then', async () => {
    await scale(page, 'fit');
    expect(wholes).toEqual([]);
    await press(page, 'z');
    await scale(page, '100 %');
    await expectOneToOne(page);
    expect(wholes).toHaveLength(1);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('the next photo is looked into as closely, with its own pixels', async () => {
    await press(page, 'ArrowRight');
    await page.getByText('Photo 2 of 3', { exact: true }).waitFor();
    await expect.poll(() => new Set(wholes).size).toBe(2);
    await expectOneToOne(page);
    await press(page, 'z');
    await scale(page, 'fit');
    await expect.poll(() => whole(page).count()).toBe(0);
  });

  test('who looks into the side of a wide photo sees something of the high one that follows', async () => {
    const tower = join(folder, 'photos', 'tower');
    await generatePhotos(tower, 1, { startAt: 21, ...SIZE });
    await generatePhotos(tower, 1, { startAt: 22, widthPx: SIZE.heightPx, heightPx: SIZE.widthPx });
    const { set } = await running.add({ sourceFolder: tower, subject: 'Old Tower' });
    const second = await context.newPage();
    await second.goto(`${running.system.apiUrl}/review?setId=${set.id}&order=by-photo`);
    await second.getByTestId('save-state').waitFor();
    const stage = (await second.locator('.react-transform-wrapper').boundingBox())!;
    await second.mouse.move(stage.x + 5, stage.y + stage.height / 2);
    await press(second, 'z');
    await expectOneToOne(second);
    await press(second, 'ArrowRight');
    await second.getByText('Photo 2 of 2', { exact: true }).waitFor();
    await expect
      .poll(() => whole(second).evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(SIZE.heightPx);
    const { x, width, height } = (await whole(second).boundingBox())!;
    const photoWidth = SIZE.heightPx * Math.min(width / SIZE.heightPx, height / SIZE.widthPx);
    expect(x + (width - photoWidth) / 2).toBeLessThanOrEqual(stage.x + 1);
    await second.close();
  });

  test('compared photos are looked into one to one as well, each with its own pixels', async () => {
    const second = await context.newPage();
    await second.goto(`${running.system.apiUrl}/review`);
    await second.getByTestId('save-state').waitFor();
    await press(second, 'Home', 'b');
    const panes = second.getByRole('group', { name: 'Compared photos' }).getByRole('figure');
    await panes.first().waitFor();
    const compared = await panes.count();
    expect(compared).toBeGreaterThan(1);
    await press(second, 'z');
    await expect.poll(() => whole(second).count()).toBe(compared);
    for (const pane of await panes.all()) await expectOneToOne(second, pane);
    expect(await accessibilityFindings(second)).toEqual([]);
    await second.close();
  });

  test('on a screen of two device pixels to one of the page it is still one to one', async () => {
    const fine = await browser.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 2 });
    const second = await fine.newPage();
    await second.goto(link());
    await second.getByTestId('save-state').waitFor();
    await press(second, 'z');
    await scale(second, '100 %');
    await expectOneToOne(second);
    await fine.close();
  });

  test('where the pixels cannot be had, the preview stays and says why', async () => {
    const second = await context.newPage();
    const problem = { code: 'too_many', problems: ['too many pictures are asked for at once'] };
    await second.route('**/whole-images/**', (route) =>
      route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await second.goto(`${running.system.apiUrl}/review`);
    await second.getByTestId('save-state').waitFor();
    await press(second, 'z');
    const alert = second.getByRole('alert').filter({ hasText: 'This is the enlarged preview' });
    await alert.getByText('too many pictures are asked for at once').waitFor();
    expect(await accessibilityFindings(second)).toEqual([]);
    await second.unroute('**/whole-images/**');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expectOneToOne(second);
    expect(await alert.count()).toBe(0);
    await second.close();
  });

  test('folders show their first photos, and a sign where no picture can be made', async () => {
    await press(page, 'g', 's');
    await page
      .getByRole('button', { name: /photos/ })
      .first()
      .click();
    const lake = page.getByRole('button', { name: 'lake 4 photos' });
    await expect
      .poll(() => lake.locator('img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0);
    await tabTo(page, lake);
    await press(page, 'Enter');
    const samples = page.getByRole('list', { name: 'First photos in lake' });
    await samples.getByText('No picture of IMG_7.CR2').waitFor();
    const names = await samples.getByRole('img').evaluateAll((all) => all.map((image) => image.getAttribute('alt')));
    expect(names).toEqual(['IMG_1.JPG', 'IMG_2.JPG', 'IMG_3.JPG']);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('who drafts without a model says so where it is chosen', async () => {
    await page.getByText('More', { exact: true }).click();
    await page.getByText('no model: words of the set').first().waitFor();
    await page
      .getByRole('textbox', { name: 'Who drafts the text' })
      .or(page.getByLabel('Who drafts the text'))
      .first()
      .click();
    await page.getByRole('option', { name: /^template: no model/ }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('no page asked another origin, broke the content policy or logged an error but for the picture that cannot be', () => {
    expect(misdeeds.filter((misdeed) => !misdeed.includes('404 (Not Found)'))).toEqual([]);
  });
});
