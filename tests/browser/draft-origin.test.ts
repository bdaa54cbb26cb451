import { join } from 'node:path';
import { openFakeOllama, visionModel, type FakeOllama } from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';

const PATIENCE_MS = 120_000;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;
const second = { ...visionModel, name: 'second-model:latest', digest: 'b'.repeat(64) };

/** The gate lets it through where the subject is a frozen lake, and blocks it where nothing of the subject is named. */
const words = (caption: string) =>
  JSON.stringify({ caption, alt_text: caption.replace('Skaters', 'Two skaters'), keywords: ['reeds', 'fog'] });
const passes = words('Skaters rest near the reeds of a frozen lake while fog hides the far bank.');
const blocked = words('Skaters rest near the reeds while fog hides the far bank.');

describe.skipIf(!isChromiumThere())('where a draft is from', () => {
  let folder: string;
  let fake: FakeOllama;
  let running: RunningSystem;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    fake = await openFakeOllama([visionModel, second]);
    browser = await startBrowser();
    running = await startSystem(join(folder, 'data'), {
      PROOFLINE_CAPTIONER: 'ollama',
      PROOFLINE_OLLAMA_URL: fake.url,
      PROOFLINE_FALLBACK_CAPTIONER: 'ollama',
      PROOFLINE_FALLBACK_MODEL: second.name,
      PROOFLINE_CONCURRENCY: '1',
    });
    for (const [index, set] of ['first', 'second', 'third'].entries())
      await generatePhotos(join(folder, set), 1, { startAt: index * 100 });
    page = (await openPage(await browser.newContext({ viewport: { width: 1280, height: 720 } }), running.system.apiUrl))
      .page;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer(person)}`);
    await page.getByRole('heading', { level: 1, name: 'Get ready' }).waitFor();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await fake.close();
    await removeFolder(folder);
  });

  /** Drafts the one photo of the folder, and shows it. */
  async function originOf(name: string, replies: readonly string[], captioner = 'ollama'): Promise<string | null> {
    fake.scripts.push(...replies.map((content) => ({ kind: 'say', content }) as const));
    const { set } = await running.add({ sourceFolder: join(folder, name), subject: 'Frozen Lake', captioner });
    await page.goto(`${running.system.apiUrl}/review?setId=${set.id}`);
    const origin = page.getByRole('group', { name: 'Where the draft is from' });
    await origin.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    return origin.textContent();
  }

  test('a second captioner says in whose place it wrote, and why the first one was passed over', async () => {
    expect(await originOf('first', [blocked, passes])).toMatch(
      /^ ?Drafted by ollama, second-model:latest ?In place of ollama, qwen3-vl:4b-instruct, which was passed over: subject-missing: nothing of the subject "Frozen Lake" is named; (?!subject-missing)/,
    );
  });

  test('a second captioner that did no better is named with what was against its draft', async () => {
    expect(await originOf('second', [blocked, blocked])).toMatch(
      /^ ?Drafted by ollama, qwen3-vl:4b-instruct ?ollama, second-model:latest was asked too, and passed over: .*subject-missing: /,
    );
  });

  test('a text that was composed by rules says that nobody looked at the photo', async () => {
    expect(await originOf('third', [], 'template')).toMatch(
      /^ ?Drafted by template: no model, nobody looked at the photo$/,
    );
  });
});
