import { describe, expect, test } from 'vitest';
import type { PreviousSite, PublishReceipt, PublishRequest } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { openTestSite, published } from './fixtures/test-site.ts';
import type { Site, TestSite } from './fixtures/test-site.ts';

/** What happened before, and what is then cut off at one of its calls to the site. */
type Journey = {
  prepare(site: TestSite): Promise<PublishReceipt | null>;
  act(site: TestSite, through: Site, earlier: PublishReceipt | null): Promise<unknown>;
};

const journeys: Readonly<Record<string, Journey>> = {
  'a first publication': {
    prepare: () => Promise.resolve(null),
    act: (site, through) => site.publish({}, through),
  },
  'a publication of changed text': {
    prepare: (site) => site.publish(),
    act(site, through, earlier) {
      const photo = { ...site.photo, caption: 'A better caption', keywords: ['better'] };
      return site.publish({ photo, ownWebSha256s: earlier === null ? [] : [earlier.webSha256] }, through);
    },
  },
  'a roll-back of changed text': {
    async prepare(site) {
      const earlier = await site.publish();
      return { ...(await site.publish(correction(site, earlier))), earlier } as PublishReceipt;
    },
    async act(site, through, receipt) {
      const { earlier, webSha256 } = receipt as PublishReceipt & { readonly earlier: PublishReceipt };
      const back = previousOf(site, earlier);
      await site.withdraw(published(site.photo, receipt!), [earlier.webSha256, webSha256], through, back);
    },
  },
  'a withdrawal': {
    prepare: (site) => site.publish(),
    act(site, through, earlier) {
      const receipt = earlier as PublishReceipt;
      return site.withdraw(published(site.photo, receipt), [receipt.webSha256], through);
    },
  },
};

function correction(site: TestSite, earlier: PublishReceipt): Partial<PublishRequest> {
  const photo = { ...site.photo, caption: 'A better caption', keywords: ['better'] };
  return { photo, ownWebSha256s: [earlier.webSha256], onStep: remember(site) };
}

const remembered = new WeakMap<TestSite, PreviousSite>();

/** As the log keeps it. */
function remember(site: TestSite): PublishRequest['onStep'] {
  return (step, { previous }) => {
    if (step === 'previous-kept') remembered.set(site, previous as PreviousSite);
  };
}

function previousOf(site: TestSite, earlier: PublishReceipt): PreviousSite {
  const previous = remembered.get(site);
  expect(previous?.web?.sha256).toBe(earlier.webSha256);
  return previous!;
}

const moments = ['before', 'after'] as const;
const cases = Object.keys(journeys).flatMap((journey) => moments.map((moment) => [journey, moment] as const));

describe('cut off at any call to the site, then run again', () => {
  test.each(cases)('%s, cut off right %s the call, ends as if nothing had happened', async (name, moment) => {
    const journey = journeys[name] as Journey;
    const undisturbed = await runWhole(journey);
    expect(undisturbed.calls).toBeGreaterThan(3);
    for (let call = 1; call <= undisturbed.calls; call += 1) {
      const interrupted = await runCutOff(journey, call, moment);
      expect(interrupted.error).toContain(`cut off at call ${call}`);
      expect(interrupted.rowsWithoutFiles).toEqual([]);
      expect(interrupted.stateAfterSecondRun).toEqual(undisturbed.state);
    }
  });
});

async function runWhole(journey: Journey) {
  const site = await openTestSite();
  try {
    const earlier = await journey.prepare(site);
    const through = cutOffAt(site, Number.POSITIVE_INFINITY, 'before');
    await journey.act(site, through, earlier);
    return { state: await site.state(), calls: through.calls() };
  } finally {
    await site.close();
  }
}

async function runCutOff(journey: Journey, call: number, moment: (typeof moments)[number]) {
  const site = await openTestSite();
  try {
    const earlier = await journey.prepare(site);
    const error = await journey.act(site, cutOffAt(site, call, moment), earlier).then(
      () => 'it was not cut off',
      (thrown: Error) => thrown.message,
    );
    const rowsWithoutFiles = await namesOfRowsWithoutFiles(site);
    await journey.act(site, site, earlier);
    return { error, rowsWithoutFiles, stateAfterSecondRun: await site.state() };
  } finally {
    await site.close();
  }
}

/** The same site, except that one call fails: before it did anything, or after it did everything. */
function cutOffAt(site: Site, call: number, moment: (typeof moments)[number]): Site & { calls(): number } {
  let calls = 0;
  const failing = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(holder, name, receiver) {
        const member: unknown = Reflect.get(holder, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: readonly unknown[]) => {
          calls += 1;
          const cut = calls === call ? new Error(`cut off at call ${call}`) : undefined;
          if (cut !== undefined && moment === 'before') throw cut;
          const result: unknown = await Reflect.apply(member, holder, args);
          if (cut !== undefined) throw cut;
          return result;
        };
      },
    });
  return { target: failing(site.target), catalogue: failing(site.catalogue), calls: () => calls };
}

async function namesOfRowsWithoutFiles(site: TestSite): Promise<readonly string[]> {
  const files = new Set(await site.files());
  const paths = Object.values(sitePaths(site.photo));
  const rowNames = site.rows().map((row) => String(row['File_Name']));
  return rowNames.filter((name) => name !== site.photo.fileName || !paths.every((path) => files.has(path)));
}
