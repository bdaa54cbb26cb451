import { readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';

import type { FindingKind, SiteFinding } from '@proofline/domain/site-audit.ts';
import { describe, expect, test } from 'vitest';
import { openAuditedSite, type AuditedSite } from '../fixtures/audited-site.ts';
import { foreignRow } from '../fixtures/foreign-row.ts';

const { signal } = new AbortController();

test('a clean site has no finding, whatever else a website keeps in its folder', async () => {
  const site = await openAuditedSite(12);
  await site.write('index.html', 'a page');
  await site.write('.htaccess', 'Options -Indexes');
  await site.write('assets/logo.png', 'a logo');
  expect(await site.audit({ deep: true })).toEqual({ extent: { rows: 12, files: 27, names: 12 }, findings: [] });
  expect(await readdir(site.folder)).not.toContain('scratch.db');
});

/** What is done to the site, and everything that an audit must say of it; about photo 2 unless it says otherwise. */
type Plant = {
  readonly fault: string;
  readonly plant: (site: AuditedSite) => Promise<unknown>;
  readonly found: readonly FindingKind[];
  readonly fix: SiteFinding['fix'] | 'remove-file' | 'publish-again' | 'refresh-mirror' | null;
  readonly deep?: true;
};

const plants: readonly Plant[] = [
  {
    fault: 'a row whose image is gone',
    plant: (site) => rm(site.file(site.paths(2).web)),
    found: ['row-without-file'],
    fix: 'publish-again',
  },
  {
    fault: 'a row whose thumbnail is gone',
    plant: (site) => rm(site.file(site.paths(2).thumb)),
    found: ['missing-thumbnail'],
    fix: 'publish-again',
  },
  {
    fault: 'a row of somebody else that names no thumbnail',
    async plant(site) {
      await foreignRow(site, { Thumb_Path: null });
      await site.write('2019/nature/Foreign_001.JPG', 'theirs');
    },
    found: ['missing-thumbnail'],
    fix: null,
  },
  {
    fault: 'a row of somebody else without any file',
    plant: (site) => foreignRow(site),
    found: ['row-without-file', 'missing-thumbnail'],
    fix: null,
  },
  {
    fault: 'an image that no row shows',
    plant: (site) => site.write('2025/nature/Nobody_001.JPG', 'nobody’s'),
    found: ['file-without-row'],
    fix: 'remove-file',
  },
  {
    fault: 'a thumbnail that no row shows',
    plant: (site) => site.write('2025/thumbs/nature/Nobody_001.JPG', 'nobody’s'),
    found: ['thumbnail-without-row'],
    fix: 'remove-file',
  },
  {
    fault: 'an image that was cut short',
    plant: (site) => truncate(site.file(site.paths(2).web), 5),
    found: ['size-mismatch'],
    fix: 'publish-again',
  },
  {
    fault: 'a thumbnail that was cut short',
    plant: (site) => truncate(site.file(site.paths(2).thumb), 5),
    found: ['size-mismatch'],
    fix: 'publish-again',
  },
  {
    fault: 'an image that is empty',
    plant: (site) => truncate(site.file(site.paths(2).web), 0),
    found: ['empty-file'],
    fix: 'publish-again',
  },
  {
    fault: 'an image with other content of the same size',
    plant: (site) => writeFile(site.file(site.paths(2).web), `image of ${site.photo(2).fileName}`.replace('i', 'j')),
    found: ['content-mismatch'],
    fix: 'publish-again',
    deep: true,
  },
  {
    fault: 'a row that differs from another in letter case only',
    plant: (site) => foreignRow(site, { File_Name: site.photo(2).fileName.toUpperCase() }),
    found: ['wrong-path', 'wrong-path', 'duplicate-name', 'shared-path'],
    fix: null,
  },
  {
    fault: 'a file that differs from another in its ending only',
    async plant(site) {
      const twin = site.photo(2).fileName.replace('.JPG', '.jpeg');
      await site.write(`2025/nature/${twin}`, 'a twin');
    },
    found: ['duplicate-name'],
    fix: null,
  },
  {
    fault: 'a row that shows the file of another one',
    plant: (site) => site.changeRow(2, { Path: site.photo(3).webUrl }),
    found: ['wrong-path', 'row-changed', 'file-without-row', 'shared-path'],
    fix: 'publish-again',
  },
  {
    fault: 'a row whose address leads to another site',
    plant: (site) => site.changeRow(2, { Path: 'https://elsewhere.example/2025/nature/x.JPG' }),
    found: ['wrong-path', 'row-changed', 'file-without-row'],
    fix: 'publish-again',
  },
  {
    fault: 'a file that is spelt in another letter case than its row says',
    async plant(site) {
      const { web } = site.paths(2);
      await rename(site.file(web), site.file(web.replace('Frozen', 'frozen')));
    },
    found: ['wrong-path'],
    fix: null,
  },
  {
    fault: 'a row that was changed by hand',
    plant: (site) => site.changeRow(2, { Caption: 'by hand' }),
    found: ['row-changed'],
    fix: 'publish-again',
  },
  {
    fault: 'a row that was written anew under another number',
    plant: (site) => site.changeRow(2, { id: 999 }),
    found: ['row-replaced'],
    fix: null,
  },
  {
    fault: 'a row of the mirror that is not that of the site',
    plant: (site) => site.changeRow(2, { Keywords: 'old' }, site.mirror),
    found: ['mirror-drift'],
    fix: 'refresh-mirror',
  },
  {
    fault: 'a row that the mirror lacks',
    plant: (site) => site.mirror.remove(site.photo(2).fileName, signal),
    found: ['mirror-drift'],
    fix: 'refresh-mirror',
  },
  {
    fault: 'a row of the mirror that the site lacks',
    plant: (site) => site.mirror.upsert({ ...site.photo(2), fileName: 'Gone_001.JPG' }, signal),
    found: ['mirror-drift'],
    fix: 'refresh-mirror',
  },
  ...['.in.Frozen_Lake.JPG.', 'Frozen_Lake.JPG.filepart', '.pureftpd-upload.4f2a.15.3a.1', 'lake.jpg~'].map(
    (name): Plant => ({
      fault: `a transfer that was cut off (${name})`,
      plant: (site) => site.write(`2025/nature/${name}`, 'half'),
      found: ['temporary-file'],
      fix: 'remove-file',
    }),
  ),
  {
    fault: 'a published photo whose row was removed',
    async plant(site) {
      await site.catalogue.remove(site.photo(2).fileName, signal);
      await site.mirror.remove(site.photo(2).fileName, signal);
    },
    found: ['photo-without-row', 'file-without-row', 'thumbnail-without-row'],
    fix: 'publish-again',
  },
  {
    fault: 'a name that is taken and has no row',
    plant: async (site) => site.give('Gone_001.JPG', 'adopted', null),
    found: ['name-without-row'],
    fix: null,
  },
  {
    fault: 'a withdrawn photo that is on the site all the same',
    async plant(site) {
      site.records.splice(1, 1);
      site.give(site.photo(2).fileName, 'retired', 2);
    },
    found: ['withdrawn-on-site'],
    fix: null,
  },
  {
    fault: 'a name that an unpublished photo holds',
    async plant(site) {
      site.records.splice(1, 1);
      site.give(site.photo(2).fileName, 'reserved', 2);
    },
    found: ['reserved-on-site'],
    fix: null,
  },
];

describe('each fault is found, and nothing else', () => {
  test.each(plants)('$fault', async ({ plant, found, fix, deep = false }) => {
    const site = await openAuditedSite(4);
    await plant(site);
    const { findings } = await site.audit({ deep });
    expect(findings.map(({ kind }) => kind).toSorted()).toEqual(found.toSorted());
    const [main] = findings.filter(({ kind }) => kind === found[0]);
    expect(main?.fix?.kind ?? null).toBe(fix);
    for (const finding of findings) expect(finding.reason).not.toMatch(/undefined|null\b|NaN/);
  });

  test('names that the ledger does not have are one finding, however many they are', async () => {
    const site = await openAuditedSite(4);
    site.names.clear();
    const { findings } = await site.audit();
    expect(findings).toMatchObject([
      { kind: 'name-not-in-ledger', reason: /^4 names of the site are not/, fix: { kind: 'adopt-names' } },
    ]);
  });

  test('all of them at once: every one is found', async () => {
    const site = await openAuditedSite(80);
    const planted: string[] = [];
    const kinds: readonly [FindingKind, (photoId: number) => Promise<unknown>][] = [
      ['row-without-file', (id) => rm(site.file(site.paths(id).web))],
      ['missing-thumbnail', (id) => rm(site.file(site.paths(id).thumb))],
      ['size-mismatch', (id) => truncate(site.file(site.paths(id).web), 3)],
      ['empty-file', (id) => truncate(site.file(site.paths(id).thumb), 0)],
      ['photo-without-row', (id) => site.catalogue.remove(site.photo(id).fileName, signal)],
      ['row-changed', (id) => site.changeRow(id, { Caption: 'x' })],
      ['row-replaced', (id) => site.changeRow(id, { id: 5_000 + id })],
      ['mirror-drift', (id) => site.changeRow(id, { QR: 1 }, site.mirror)],
    ];
    for (const [index, [kind, plant]] of kinds.entries())
      for (const photoId of [1 + index * 5, 3 + index * 5, 41 + index * 4]) {
        await plant(photoId);
        planted.push(`${kind} ${photoId}`);
      }
    const { findings } = await site.audit();
    const found = new Set(findings.map(({ kind, subject }) => `${kind} ${Number(/_(\d+)\.JPG$/.exec(subject)?.[1])}`));
    expect(planted.filter((fault) => !found.has(fault))).toEqual([]);
  });
});

describe('what is not a fault', () => {
  test('what is being published or withdrawn while the site is looked at', async () => {
    const site = await openAuditedSite(4);
    await rm(site.file(site.paths(2).web));
    await site.write('2025/nature/Underway_001.JPG', 'on its way');
    site.inMotion.add(site.photo(2).fileName).add('Underway_001.JPG');
    expect((await site.audit()).findings).toEqual([]);
  });

  test('a site without a mirror, and addresses below the root of the site', async () => {
    const site = await openAuditedSite(4);
    await site.mirror.remove(site.photo(1).fileName, signal);
    await foreignRow(site, { Path: '/2019/nature/Foreign_001.JPG', Thumb_Path: '2019/thumbs/nature/Foreign_001.JPG' });
    await site.write('2019/nature/Foreign_001.JPG', 'theirs');
    await site.write('2019/thumbs/nature/Foreign_001.JPG', 'theirs');
    expect((await site.audit({ mirror: null })).findings).toEqual([]);
  });

  test('addresses under which photos were published before the settings changed', async () => {
    const site = await openAuditedSite(4);
    expect((await site.audit({ publicUrlBase: 'https://new.example' })).findings).toEqual([]);
  });

  test('whole addresses where no base is set: the layout of the site counts', async () => {
    const site = await openAuditedSite(2);
    await foreignRow(site, {
      Path: 'https://www.theirs.example/images/2019/nature/Foreign_001.JPG',
      Thumb_Path: 'https://www.theirs.example/images/2019/thumbs/nature/Foreign_001.JPG',
    });
    await site.write('2019/nature/Foreign_001.JPG', 'theirs');
    await site.write('2019/thumbs/nature/Foreign_001.JPG', 'theirs');
    expect((await site.audit({ publicUrlBase: null, mirror: null })).findings).toEqual([]);
  });
});

test('a site that cannot be read is no site without files: the audit fails, and leaves nothing behind', async () => {
  const site = await openAuditedSite(2);
  const list = () => Promise.reject(new Error('nobody answers'));
  await expect(site.audit({ target: { ...site.target, list } })).rejects.toThrow('nobody answers');
  expect(await readdir(site.folder)).not.toContain('scratch.db');
});

test('an audit that is told to stop stops', async () => {
  const site = await openAuditedSite(2);
  const page = () => Promise.reject(new Error('the table must not be read'));
  const stopped = { ...site.target, list: () => Promise.reject(AbortSignal.abort().reason as Error) };
  await expect(site.audit({ target: stopped, catalogue: { page } })).rejects.toThrow('aborted');
});
