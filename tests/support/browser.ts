import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildDue, buildWeb } from '../../apps/cli/launch/build-web.mjs';
import { holdSetUpLock } from '../../apps/cli/launch/set-up-lock.mjs';
import { isServiceThere } from './required-service.ts';

const CHROMIUM = '/usr/bin/chromium';
const root = fileURLToPath(new URL('../..', import.meta.url));

export const isChromiumThere = () =>
  isServiceThere({
    name: 'Chromium',
    isThere: () => existsSync(CHROMIUM),
    remedy: 'install it, on Debian with: apt-get install chromium',
  });

/** Nothing of the browser itself goes out to the network. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, with the web application built as it stands. */
export async function startBrowser(): Promise<Browser> {
  await buildApplication();
  return chromium.launch({ executablePath: CHROMIUM, args: quiet });
}

/** The same as one person uses it, with a folder for what it keeps, and with a port for another program that looks into it. */
export async function startSharedBrowser(
  profileFolder: string,
): Promise<{ readonly context: BrowserContext; readonly port: number }> {
  await buildApplication();
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath: CHROMIUM,
    args: [...quiet, '--remote-debugging-port=0', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const [port] = (await readFile(join(profileFolder, 'DevToolsActivePort'), 'utf8')).split('\n');
  return { context, port: Number(port) };
}

async function buildApplication(): Promise<void> {
  // As a start does it, and never two at once.
  await holdSetUpLock(
    join(root, '.tools'),
    () => {},
    async (onStart) => {
      const due = buildDue(root);
      if (due === undefined) return;
      await buildWeb({ root, node: process.execPath, env: process.env, due, say: () => {}, onStart });
    },
  );
}

/** What a page did that it must never do: asked another origin, broke the content policy, logged an error. */
export type Misdeeds = readonly string[];

/** A page that writes its misdeeds down. */
export async function openPage(
  context: BrowserContext,
  apiUrl: string,
): Promise<{ readonly page: Page; readonly misdeeds: Misdeeds }> {
  const page = await context.newPage();
  const misdeeds: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== apiUrl) misdeeds.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.push(`logged ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`threw ${error.message}`));
  const inspector = await context.newCDPSession(page);
  // What a program tries and survives is in no log of the console.
  inspector.on('Audits.issueAdded', ({ issue: { code, details } }) => {
    const violation = details.contentSecurityPolicyIssueDetails;
    if (violation !== undefined)
      misdeeds.push(`${code} of ${violation.violatedDirective} at ${JSON.stringify(violation)}`);
  });
  await inspector.send('Audits.enable');
  return { page, misdeeds };
}
