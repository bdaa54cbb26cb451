import { isAbsolute, join, relative } from 'node:path';
import { createClient } from '@proofline/api/client.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { Config } from '@proofline/runtime/config.ts';
import { LeaseHeldError } from '@proofline/runtime/instance-lease.ts';
import { stopOnSignal } from '@proofline/runtime/shutdown.ts';
import type { CliContext } from '../cli-context.ts';
import { proofline } from '../command-name.ts';
import { exitCodes, Refused } from '../exit-code.ts';
import { signInLink } from '../sign-in-link.ts';
import type { Terminal } from '../terminal.ts';
import { overviewOf, playDemo, type DemoRequest } from './play-demo.ts';

const STOP_DEADLINE_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

export async function runDemo({ config, terminal }: CliContext, request: DemoRequest): Promise<number> {
  const settings = demoConfig(config({ dataWhenUnset: join('data', 'demo') }));
  const { runSystem } = await import('@proofline/worker/run-system.ts');
  const system = await runSystem(settings, { consoleLevel: 'error' }).catch((error: unknown) => {
    throw error instanceof LeaseHeldError ? new Refused(error.message, { cause: error }) : error;
  });
  const { exited, dispose } = stopOnSignal({
    stop: () => system.stop(),
    deadlineMs: STOP_DEADLINE_MS,
    onNotice: (notice, error) => terminal.warn(error instanceof Error ? `${notice}: ${error.message}` : notice),
  });
  const operator = createClient(system.apiUrl, system.token);
  const reviewerToken = () => system.stores.accessTokens.issue({ name: 'demo', roles: ['reviewer'] });
  const reviewer = request.unattended ? createClient(system.apiUrl, reviewerToken()) : operator;
  const { dataFolder, siteFolder } = settings;

  const play = async () => {
    const overview = await playDemo(request, { terminal, operator, reviewer, dataFolder, siteFolder });
    if (request.unattended) return codeOf(overview);
    explainReview(terminal, settings, await signInLink(operator, system.apiUrl));
    return keepTelling(terminal, () => overviewOf(operator, overview.set.id), exited);
  };
  try {
    return await Promise.race([play(), exited]);
  } finally {
    await system.stop();
    dispose();
  }
}

/** What a first look should show, where the user has not said otherwise. */
function demoConfig(config: Config): Config {
  const [first, second] = config.render.watermark;
  return {
    ...config,
    // Painted photos are not for anybody's website.
    catalogue: null,
    // Into the folder, whatever site this machine is set up for.
    siteServer: null,
    render: {
      ...config.render,
      watermark: first === '' && second === '' ? ['Proofline', 'demo'] : config.render.watermark,
    },
    publication: {
      ...config.publication,
      checkPublicUrls: false,
      creator: config.publication.creator ?? 'Proofline Demo',
      copyrightNotice: config.publication.copyrightNotice ?? '© Proofline Demo',
    },
  };
}

function explainReview(terminal: Terminal, { dataFolder, siteFolder }: Config, link: string): void {
  const command = `${proofline} --data "${shortest(dataFolder)}"`;
  terminal.print(`\n${terminal.style('bold', 'Now a person decides.')} In the browser, signed in by this link once:`);
  terminal.print(`  ${link}`);
  terminal.print('Proofline keeps running. Or, in another terminal:');
  terminal.print(`  ${command} review list`);
  terminal.print(`  ${command} review show ID          (says where the picture is)`);
  terminal.print(`  ${command} review edit ID --caption "…"`);
  terminal.print(`  ${command} review approve ID`);
  terminal.print(`  ${command} publish`);
  terminal.print(`The site will be ${join(siteFolder, 'index.html')}. Stop with Ctrl+C; nothing is lost.\n`);
}

/** From where npm runs scripts, where that is shorter to type. */
function shortest(folder: string): string {
  const fromHere = relative(process.cwd(), folder);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? folder : fromHere;
}

/** One line whenever a decision or a publication changed where the set stands, until the process is told to stop. */
async function keepTelling(
  terminal: Terminal,
  look: () => Promise<SetOverview>,
  exited: Promise<number>,
): Promise<number> {
  let told = '';
  const timer = setInterval(() => {
    look()
      .then((overview) => {
        const now = standing(overview);
        if (now !== told && told !== '') terminal.print(now);
        told = now;
      })
      // The system is stopping; `exited` tells.
      .catch(() => clearInterval(timer));
  }, LOOK_EVERY_MS);
  const code = await exited;
  clearInterval(timer);
  return code;
}

function standing({ byState, approved }: SetOverview): string {
  const { 'in-review': inReview = 0, published = 0, rejected = 0 } = byState;
  return `waiting for review ${inReview - approved}, approved ${approved}, published ${published}, rejected ${rejected}`;
}

/** Refused by name is a proper end; given up, or approved and still not on the site, is not. */
function codeOf({ photos, byState, refused }: SetOverview): number {
  return (byState.published ?? 0) + refused.length === photos ? exitCodes.allWell : exitCodes.somePhotosFailed;
}
