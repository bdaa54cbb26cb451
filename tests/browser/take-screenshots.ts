import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { startBrowser } from '../support/browser.ts';

/** Takes a picture of each page, with the demo's set in it, into `tests/out/screenshots`; with `--readme` those of the README anew, too. */
const cli = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const pictures = fileURLToPath(new URL('../out/screenshots', import.meta.url));
const ofReadme = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const README_PICTURES = ['review', 'review-bulk-edit', 'publish'];
const README_WIDTH_PX = 1200;
/** This machine may be busy with anything. */
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 50;
const LOOKS_AT_REST = 3;
const LINK = /http:\/\/127\.0\.0\.1:\d+\/sign-in#[\w-]+/;

const dataFolder = await mkdtemp(join(tmpdir(), 'proofline-screenshots-'));
const demo = spawn(process.execPath, [cli, 'demo'], {
  env: { ...process.env, PROOFLINE_DATA: dataFolder, PROOFLINE_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const link = await new Promise<string>((resolve, reject) => {
  let said = '';
  demo.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const [found] = LINK.exec(said) ?? [];
    if (found !== undefined) resolve(found);
  });
  demo.once('close', () => reject(new Error(`the demo ended without a link: ${said}`)));
});
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.setDefaultTimeout(PATIENCE_MS);
try {
  await mkdir(pictures, { recursive: true });
  await page.goto(link);
  await page.getByTestId('save-state').waitFor();
  await atRest();
  await take('review');
  const { origin } = new URL(link);
  await page.keyboard.press('g');
  await page.locator('#cell-0').waitFor();
  await atRest();
  await take('review-grid');
  await page.keyboard.press('c');
  await page.getByRole('group', { name: 'Compared photos' }).waitFor();
  await atRest();
  await take('review-compare');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await take('review-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await previewEdits();
  await approveSome();
  for (const name of ['welcome', 'sets', 'publish', 'audit', 'operations', 'analytics']) {
    await page.goto(`${origin}/${name}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await atRest();
    await take(name);
  }
  console.log(`pictures are in ${pictures}`);
  if (process.argv.includes('--readme')) await keepForReadme();

  /** Nothing is loading any more, as far as a picture would show, a few looks in a row: a page may be drawn part after part. */
  async function atRest(): Promise<void> {
    const isAtRest = `!document.body.innerText.includes('oading ') && [...document.images].every(({ complete }) => complete)`;
    let looksAtRest = 0;
    for (let look = 0; look < MOST_LOOKS && looksAtRest < LOOKS_AT_REST; look += 1) {
      looksAtRest = (await page.evaluate<boolean>(isAtRest)) ? looksAtRest + 1 : 0;
      await page.waitForTimeout(LOOK_EVERY_MS);
    }
  }

  async function keepForReadme(): Promise<void> {
    await mkdir(ofReadme, { recursive: true });
    for (const name of README_PICTURES)
      await sharp(join(pictures, `${name}.png`))
        .resize({ width: README_WIDTH_PX })
        .webp({ quality: 80 })
        .toFile(join(ofReadme, `${name}.webp`));
    console.log(`those of the README are in ${ofReadme}`);
  }

  async function take(name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async function previewEdits(): Promise<void> {
    await page.goto(`${origin}/review`);
    await page.getByTestId('save-state').waitFor();
    await page.keyboard.press('v');
    await page.getByRole('list', { name: 'History: Caption' }).waitFor();
    await take('review-history');
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: 'Find' }).fill('landscape');
    await page.getByRole('textbox', { name: 'Replace by' }).fill('valley');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'What would be changed' }).waitFor();
    await take('review-bulk-edit');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async function approveSome(): Promise<void> {
    await page.goto(`${origin}/review`);
    await page.getByTestId('save-state').waitFor();
    await page.keyboard.press('Home');
    for (let photo = 0; photo < 5; photo += 1) {
      await page.getByText(new RegExp(`^Photo ${photo + 1} of \\d+$`)).waitFor();
      await page.keyboard.press('a');
    }
    await page.getByTestId('tally').filter({ hasText: 'approved 5' }).waitFor();
    await take('review-decided');
  }
} catch (error) {
  console.error(`at ${page.url()}, which shows:\n${await page.innerText('body').catch(String)}\n`);
  throw error;
} finally {
  await browser.close();
  if (demo.exitCode === null && demo.signalCode === null) {
    const hasEnded = new Promise((resolve) => demo.once('close', resolve));
    demo.kill('SIGTERM');
    await hasEnded;
  }
  // What a process of the demo that is still ending puts there makes the folder not empty.
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
}
