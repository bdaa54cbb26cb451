import { randomUUID } from 'node:crypto';
import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import { remedies } from '@proofline/domain/blocking.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { contentSha256 } from '../../content-hash.ts';
import { assertWhole } from '../assert-whole.ts';
import { isTemporaryName, targetPathParts, temporaryName } from '../../target-path.ts';
import { describeFile, fetchFile } from './known-file.ts';
import { madeFolders } from './made-folders.ts';
import { moveIntoPlace, type RenameManners } from './move-into-place.ts';
import { whyNothingCanBePut } from './preflight.ts';
import { RemoteFault, isFault } from './remote-fault.ts';
import { ask, assertThere, blockedBy, fileAt, type RemoteSite } from './remote-site.ts';
import { removeScrap, sweepScraps } from './scraps.ts';
import { sendFile } from './send-file.ts';
import { sentFiles } from './sent-files.ts';
import { walkFolders } from './walk-folders.ts';

export type RemoteTargetOptions = {
  readonly id: string;
  readonly site: RemoteSite;
  /** Letters, digits and dashes that no other program sends to this site under at the same time; see the directory target. */
  readonly sender?: string;
  /** Told once, in a sentence, what the operator should know of this server though files can be put there. */
  readonly onRemark: (remark: string) => void;
};

/** Serves the site's files from a folder of a server. What is left to the kind of server is in `RemoteConnection`. */
export function openRemoteTarget({ id, site, sender, onRemark }: RemoteTargetOptions): AssetTarget {
  const sending = new Set<string>();
  const scraps = new Set<string>();
  const sent = sentFiles();
  const folders = madeFolders(site);
  const manners: RenameManners = { refusesToReplace: false };
  const onRefusal = () =>
    onRemark(
      `${site.name} does not replace a file by a rename: a file that is published again is moved aside first and is gone for a moment`,
    );

  /** A name in the folder of `path` that nobody else sends under, known as ours while `use` lasts. */
  async function withTemporaryName<Result>(path: string, use: (temporary: string) => Promise<Result>): Promise<Result> {
    const temporary = `${path.slice(0, path.lastIndexOf('/') + 1)}${temporaryName(randomUUID(), sender)}`;
    sending.add(temporary);
    try {
      return await use(temporary);
    } finally {
      sending.delete(temporary);
    }
  }

  async function removeOrRemember(temporary: string, wasCutOff: boolean, signal: AbortSignal): Promise<void> {
    if (!(await removeScrap(site, temporary, signal, wasCutOff))) scraps.add(temporary);
  }

  /** What could not be removed while the server was away. */
  async function removeScraps(signal: AbortSignal): Promise<void> {
    const left = [...scraps];
    const removed = await Promise.all(left.map((scrap) => removeScrap(site, scrap, signal)));
    for (const [index, scrap] of left.entries()) if (removed[index] === true) scraps.delete(scrap);
  }

  async function sendAndMove(path: string, asset: Asset, signal: AbortSignal): Promise<void> {
    await withTemporaryName(path, async (temporary) => {
      try {
        const onWritten = () => reachFaultPoint('temporary-file-written');
        const { modifiedMs } = await sendFile(site, temporary, asset, signal, onWritten);
        reachFaultPoint('temporary-file-verified');
        await withTemporaryName(path, (aside) =>
          moveIntoPlace(site, { from: temporary, to: path, aside, asset, manners, onRefusal }, signal),
        );
        reachFaultPoint('temporary-file-renamed');
        // A rename leaves the time of a file as it is; where it does not, the file is fetched once to be known.
        sent.remember(path, { bytes: asset.bytes.length, sha256: asset.sha256, modifiedMs });
      } catch (error) {
        // The error that is told is the one that came first.
        await removeOrRemember(temporary, signal.aborted || isFault(error, 'connection-lost'), signal);
        throw error;
      }
    });
  }

  /** A folder that is remembered may have been taken away since: what fails over that is done again from the folders on. */
  async function makeFolderAndSend(path: string, asset: Asset, signal: AbortSignal): Promise<void> {
    const wereKnown = folders.knows(path);
    await folders.make(path, signal);
    reachFaultPoint('site-folder-made');
    try {
      await sendAndMove(path, asset, signal);
    } catch (error) {
      const mayBeGone = wereKnown && !signal.aborted && isFault(error, 'missing', 'refused', 'no-permission');
      if (!mayBeGone || (await folders.isStillThere(path, signal))) throw error;
      await folders.make(path, signal);
      await sendAndMove(path, asset, signal);
    }
  }

  async function isThere(path: string, asset: Asset, signal: AbortSignal): Promise<boolean> {
    const known = await describeFile(site, sent, path, signal);
    if (known?.bytes !== asset.bytes.length) return false;
    if (known.sha256 !== null) return known.sha256 === asset.sha256;
    // As many bytes and no word on which: fetching them costs as much as sending them, and a file that is right stays untouched.
    const bytes = await fetchFile(site, sent, path, signal);
    return bytes !== null && contentSha256(bytes) === asset.sha256;
  }

  /** What failed over the whole site is told as such, all else with the path in front. */
  async function telling<Result>(
    signal: AbortSignal,
    what: string,
    work: () => Promise<Result>,
    isWrite = false,
  ): Promise<Result> {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const blocked = blockedBy(error, site) ?? (isWrite ? await whyNothingCanBePut(site, sender, signal) : null);
      if (blocked !== null) throw blocked;
      if (!(error instanceof RemoteFault)) throw error;
      throw new Error(`${what}: ${site.name} ${error.message}`, { cause: error });
    }
  }

  return {
    id,

    async problems(signal) {
      signal.throwIfAborted();
      const blocked = await whyNothingCanBePut(site, sender, signal, { manners, onRefusal });
      return blocked === null ? [] : [`${blocked.message}; ${remedies[blocked.condition]}`];
    },

    async put(path, asset, signal) {
      targetPathParts(path);
      assertWhole(path, asset);
      return telling(
        signal,
        `${path} was not written; the site has what it had`,
        async () => {
          if (await isThere(path, asset, signal)) return { sent: false };
          await makeFolderAndSend(path, asset, signal);
          await removeScraps(signal);
          return { sent: true };
        },
        true,
      );
    },

    async stat(path, signal) {
      targetPathParts(path);
      return telling(signal, `${path} could not be looked at`, async () => {
        const known = await describeFile(site, sent, path, signal);
        if (known === null) await assertThere(site, signal);
        return known;
      });
    },

    async get(path, signal) {
      targetPathParts(path);
      return telling(signal, `${path} could not be read`, async () => {
        const bytes = await fetchFile(site, sent, path, signal);
        if (bytes === null) await assertThere(site, signal);
        return bytes;
      });
    },

    async remove(path, signal) {
      targetPathParts(path);
      return telling(signal, `${path} was not removed`, async () => {
        if ((await fileAt(site, path, signal)) === null) return assertThere(site, signal);
        await ask(site, (connection) => connection.remove(path), signal);
        sent.forget(path);
      });
    },

    async list(below, signal) {
      if (below !== '') targetPathParts(below);
      return telling(signal, `the files below ${below === '' ? site.folder : below} could not be listed`, async () => {
        const files = (await walkFolders(site, below, signal)) ?? [];
        if (files.length === 0) await assertThere(site, signal);
        return files
          .filter(({ name }) => !isTemporaryName(name))
          .map(({ path, bytes }) => ({ path, bytes }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1));
      });
    },

    async sweep(signal) {
      return telling(signal, 'temporary files could not be looked for', () =>
        withTemporaryName('', async (clockFile) => {
          const isBeingSent = (path: string) => sending.has(path);
          const swept = await sweepScraps(site, { sender, isBeingSent, clockFile }, signal);
          for (const path of swept) scraps.delete(path);
          return swept;
        }),
      );
    },

    async close() {
      await removeScraps(AbortSignal.abort());
      site.pool.close();
    },
  };
}
