import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../support/browser.ts';

/** Takes a picture of each page, with the demo's set in it, into `tests/out/screenshots`. */
const cli = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const pictures = fileURLToPath(new URL('../out/screenshots', import.meta.url));
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
try {
  await mkdir(pictures, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(link);
  await page.getByTestId('save-state').waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.screenshot({ path: join(pictures, 'review.png') });
  const { origin } = new URL(link);
  for (const name of ['sets', 'publish', 'operations']) {
    if (name === 'publish') await approveSome();
    await page.goto(`${origin}/${name}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(`!document.body.innerText.includes('Loading …')`);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
  console.log(`pictures are in ${pictures}`);

  async function approveSome(): Promise<void> {
    await page.goto(`${origin}/review`);
    await page.getByTestId('save-state').waitFor();
    for (let photo = 0; photo < 5; photo += 1) {
      await page.getByText(new RegExp(`^Photo ${photo + 1} of \\d+$`)).waitFor();
      await page.keyboard.press('a');
    }
    await page.getByTestId('tally').filter({ hasText: 'approved 5' }).waitFor();
    await page.screenshot({ path: join(pictures, 'review-decided.png') });
  }
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  await new Promise((resolve) => demo.once('close', resolve));
  await rm(dataFolder, { recursive: true, force: true });
}
