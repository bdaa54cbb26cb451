import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import { contentSha256 } from '../content-hash.ts';
import { isTemporaryName } from '../target-path.ts';
import { startOwnTime } from '../../../../tests/support/own-time.ts';

/** A target on an empty place of its own, and what a test can do there behind the adapter's back. */
export type TestTarget = {
  readonly target: AssetTarget;
  /** Every file there, temporary ones included. */
  listFiles(): Promise<readonly string[]>;
  /** Leaves a temporary file in `folder` (`''` is the root) as a crash an hour ago would have; resolves with its path. */
  leaveTemporaryFile(folder: string): Promise<string>;
  remove(): Promise<void>;
};

/** What every asset target must do; each adapter's test calls this with a way to open one. */
export function proveAssetTarget(name: string, open: () => Promise<TestTarget>): void {
  describe(`asset target: ${name}`, () => {
    const { signal } = new AbortController();
    let place: TestTarget;
    let target: AssetTarget;
    beforeEach(async () => {
      place = await open();
      target = place.target;
    });
    afterEach(async () => {
      await target.close();
      await place.remove();
    });

    const listFinished = async () => (await place.listFiles()).filter((path) => !isTemporaryFile(path)).toSorted();
    const listTemporary = async () => (await place.listFiles()).filter(isTemporaryFile);

    test('can be written to', async () => {
      expect(await target.problems(signal)).toEqual([]);
      expect(await place.listFiles()).toEqual([]);
    });

    test('holds exactly what was put, in folders that it makes', async () => {
      const photo = asset('pixels');
      expect(await target.put('2025/nature/A.JPG', photo, signal)).toEqual({ sent: true });
      expect(await getText('2025/nature/A.JPG')).toBe('pixels');
      expect(await target.stat('2025/nature/A.JPG', signal)).toMatchObject({ bytes: 6 });
      expect([null, photo.sha256]).toContain((await target.stat('2025/nature/A.JPG', signal))?.sha256);
      expect(await place.listFiles()).toEqual(['2025/nature/A.JPG']);
    });

    test('holds an empty file', async () => {
      await target.put('empty.txt', asset(''), signal);
      expect(await target.stat('empty.txt', signal)).toMatchObject({ bytes: 0 });
      expect(await getText('empty.txt')).toBe('');
    });

    test('sends once what is put twice', async () => {
      await target.put('A.JPG', asset('same'), signal);
      expect(await target.put('A.JPG', asset('same'), signal)).toEqual({ sent: false });
    });

    test('sends again what has the same length and other bytes', async () => {
      await target.put('A.JPG', asset('one'), signal);
      expect(await target.put('A.JPG', asset('two'), signal)).toEqual({ sent: true });
      expect(await getText('A.JPG')).toBe('two');
    });

    test('refuses bytes that are not what their hash says, and keeps what it had', async () => {
      await target.put('A.JPG', asset('old'), signal);
      const damaged = { bytes: Buffer.from('damaged'), sha256: asset('new').sha256 };
      await expect(target.put('A.JPG', damaged, signal)).rejects.toThrow('nothing was written');
      expect(await getText('A.JPG')).toBe('old');
    });

    test.each([
      'with space/Größe & 東京 (1)/Ⅻ – émoji 🌅.JPG',
      `${'Long_'.repeat(28)}2025_001.JPG`,
      'per%20cent/plus+hash#question?.JPG',
      'it\'s "quoted".JPG',
    ])('keeps the name %s', async (path) => {
      // Windows has no double quote in names; published names have none either.
      const safe = process.platform === 'win32' ? path.replaceAll(/["?]/g, '_') : path;
      await target.put(safe, asset(safe), signal);
      expect(await place.listFiles()).toEqual([safe]);
      expect(await getText(safe)).toBe(safe);
      await target.remove(safe, signal);
      expect(await place.listFiles()).toEqual([]);
    });

    test('says so when there is no such file, or a folder of that name', async () => {
      await target.put('2025/A.JPG', asset('a'), signal);
      for (const path of ['missing.JPG', 'no/such/folder.JPG', '2025']) {
        expect(await target.stat(path, signal)).toBeNull();
      }
      expect(await target.get('missing.JPG', signal)).toBeNull();
      expect(await target.get('no/such/folder.JPG', signal)).toBeNull();
    });

    test('removes a file, and minds neither a second time nor a folder that never was', async () => {
      await target.put('2025/A.JPG', asset('a'), signal);
      await target.put('2025/B.JPG', asset('b'), signal);
      await target.remove('2025/A.JPG', signal);
      await target.remove('2025/A.JPG', signal);
      await target.remove('never/was.JPG', signal);
      expect(await place.listFiles()).toEqual(['2025/B.JPG']);
    });

    test('lists every file below a folder with its size, whoever put it there, and none of its temporary ones', async () => {
      await target.put('2025/nature/Größe & 東京 (1).JPG', asset('pixels'), signal);
      await target.put('2025/thumbs/nature/A.JPG', asset(''), signal);
      await target.put('2025.JPG', asset('abc'), signal);
      await place.leaveTemporaryFile('2025');
      const nature = { path: '2025/nature/Größe & 東京 (1).JPG', bytes: 6 };
      expect(await target.list('2025', signal)).toEqual([nature, { path: '2025/thumbs/nature/A.JPG', bytes: 0 }]);
      expect(await target.list('2025/nature', signal)).toEqual([nature]);
      expect((await target.list('', signal)).map(({ path }) => path)).toEqual([
        '2025.JPG',
        '2025/nature/Größe & 東京 (1).JPG',
        '2025/thumbs/nature/A.JPG',
      ]);
    });

    test('lists nothing where there is no such folder, or nothing at all', async () => {
      expect(await target.list('', signal)).toEqual([]);
      await target.put('2025/A.JPG', asset('a'), signal);
      expect(await target.list('2026', signal)).toEqual([]);
      expect(await target.list('2025/A.JPG', signal)).toEqual([]);
    });

    test('does not put a file where a folder is, and leaves nothing behind', async () => {
      await target.put('2025/A.JPG', asset('a'), signal);
      await expect(target.put('2025', asset('b'), signal)).rejects.toThrow('2025 was not written');
      expect(await place.listFiles()).toEqual(['2025/A.JPG']);
    });

    test.each([
      '../outside.JPG',
      '2025/../../outside.JPG',
      '/outside.JPG',
      'C:/outside.JPG',
      '2025\\..\\outside.JPG',
      './A.JPG',
      '2025//A.JPG',
      '2025/',
      '',
      'A\u0000.JPG',
      'A\n.JPG',
    ])('refuses the path %j for every act', async (path) => {
      const refused = /nothing was read or written/;
      await expect(target.put(path, asset('x'), signal)).rejects.toThrow(refused);
      await expect(target.stat(path, signal)).rejects.toThrow(refused);
      await expect(target.get(path, signal)).rejects.toThrow(refused);
      await expect(target.remove(path, signal)).rejects.toThrow(refused);
      await expect(target.list(`${path}/below`, signal)).rejects.toThrow(refused);
      expect(await place.listFiles()).toEqual([]);
    });

    test('takes many files into one new folder at once', async () => {
      const paths = Array.from({ length: 20 }, (_, index) => `2025/new/${100 + index}.JPG`);
      const sent = await Promise.all(paths.map((path) => target.put(path, asset(path), signal)));
      expect(sent.every((result) => result.sent)).toBe(true);
      expect(await listFinished()).toEqual(paths);
    });

    test('never shows half of a file while it is replaced', async () => {
      const versions = ['a', 'b'].map((letter) => asset(letter.repeat(400_000)));
      const known = new Set(versions.map((version) => version.sha256));
      await target.put('A.JPG', versions[0] as Asset, signal);
      let replacing = true;
      const seen = (async () => {
        const hashes: string[] = [];
        while (replacing) hashes.push(contentSha256((await target.get('A.JPG', signal)) ?? new Uint8Array()));
        return hashes;
      })();
      for (let round = 1; round <= 20; round += 1) await target.put('A.JPG', versions[round % 2] as Asset, signal);
      replacing = false;
      const hashes = await seen;
      expect(hashes.length).toBeGreaterThan(1);
      expect(hashes.filter((hash) => !known.has(hash))).toEqual([]);
    });

    test('does nothing for somebody who has been told to stop', async () => {
      await target.put('A.JPG', asset('old'), signal);
      const stopped = AbortSignal.abort();
      await expect(target.put('A.JPG', asset('new'), stopped)).rejects.toThrow('aborted');
      await expect(target.stat('A.JPG', stopped)).rejects.toThrow('aborted');
      await expect(target.get('A.JPG', stopped)).rejects.toThrow('aborted');
      await expect(target.remove('A.JPG', stopped)).rejects.toThrow('aborted');
      await expect(target.list('', stopped)).rejects.toThrow('aborted');
      await expect(target.problems(stopped)).rejects.toThrow('aborted');
      expect(await getText('A.JPG')).toBe('old');
    });

    test('stops within a second wherever it is, with the old file or the new one and no scraps', async () => {
      const old = asset('old');
      const large = asset('n'.repeat(24_000_000));
      for (let turns = 0; turns <= 60; turns += 6) {
        await target.put('A.JPG', old, signal);
        const stop = new AbortController();
        const putting = target.put('A.JPG', large, stop.signal).then(
          () => 'sent',
          () => 'stopped',
        );
        for (let turn = 0; turn < turns; turn += 1) await nextTurn();
        const sinceThen = startOwnTime();
        stop.abort();
        const outcome = await putting;
        expect(sinceThen.ms()).toBeLessThan(1_000);
        const held = contentSha256((await target.get('A.JPG', signal)) ?? new Uint8Array());
        expect(outcome === 'sent' ? [large.sha256] : [old.sha256, large.sha256]).toContain(held);
        expect(await listTemporary()).toEqual([]);
      }
    });

    test('sweeps what a crash left and nothing else', async () => {
      await target.put('2025/A.JPG', asset('a'), signal);
      const left = [await place.leaveTemporaryFile(''), await place.leaveTemporaryFile('2025')];
      expect(await listTemporary()).toHaveLength(2);
      expect((await target.sweep(signal)).toSorted()).toEqual(left.toSorted());
      expect(await place.listFiles()).toEqual(['2025/A.JPG']);
      expect(await target.sweep(signal)).toEqual([]);
    });

    test('does not sweep away what is being sent', async () => {
      const large = asset('n'.repeat(8_000_000));
      const putting = target.put('A.JPG', large, signal);
      let sending = true;
      const done = putting.finally(() => {
        sending = false;
      });
      while (sending) expect(await target.sweep(signal)).toEqual([]);
      expect(await done).toEqual({ sent: true });
      expect(await target.stat('A.JPG', signal)).toMatchObject({ bytes: 8_000_000 });
    });

    async function getText(path: string): Promise<string | undefined> {
      const bytes = await target.get(path, signal);
      return bytes === null ? undefined : Buffer.from(bytes).toString('utf8');
    }
  });
}

function asset(text: string): Asset {
  const bytes = Buffer.from(text, 'utf8');
  return { bytes, sha256: contentSha256(bytes) };
}

function isTemporaryFile(path: string): boolean {
  return isTemporaryName(path.slice(path.lastIndexOf('/') + 1));
}
