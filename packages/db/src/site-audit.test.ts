import { describe, expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const finding = (subject: string) => ({
  kind: 'file-without-row' as const,
  subject,
  photoId: null,
  reason: 'no row shows this image',
  fix: { kind: 'remove-file' as const, path: subject, bytes: 3 },
});

describe('names that are adopted from the site', () => {
  test('are never given again, and numbering goes on behind them', () => {
    const stores = openTestStores();
    const taken = `${stemOf()}007.JPG`;
    expect(stores.nameAdoption.adopt([taken.toLowerCase(), taken, 'Logo.png'], operator)).toEqual({ adopted: 2 });
    addSet(stores);
    settle(stores, { files: ['1.jpg'] });
    expect(stores.dossiers.get(1).fileName?.toLowerCase()).toBe(`${stemOf()}008.JPG`.toLowerCase());
    expect(stores.fileNameLedger.isTaken('logo.png')).toBe(true);
  });

  test('stay as they are when they are known already, in whatever spelling', () => {
    const stores = openTestStores();
    addSet(stores);
    settle(stores, { files: ['1.jpg'] });
    const { fileName } = stores.dossiers.get(1);
    expect(stores.nameAdoption.adopt([fileName!.toUpperCase(), 'Other_001.JPG'], operator)).toEqual({ adopted: 1 });
    expect(stores.nameAdoption.adopt(['other_001.jpeg'], operator)).toEqual({ adopted: 0 });
    expect(column(stores, `SELECT kind FROM events WHERE kind = 'site.names-adopted'`)).toHaveLength(1);
  });

  test('are given back, changed and handed to a photo by nobody, not even with SQL', () => {
    const stores = openTestStores();
    addSet(stores);
    settle(stores, { files: ['1.jpg'] });
    stores.nameAdoption.adopt(['Other_001.JPG'], operator);
    expect(() => stores.sql.exec('DELETE FROM adopted_names')).toThrow('never given back');
    expect(() => stores.sql.exec(`UPDATE adopted_names SET name = 'x'`)).toThrow('never changed');
    expect(() =>
      stores.sql.exec(
        `INSERT INTO file_names SELECT folded_key, name, series_key, sequence, 'reserved', 1, 1 FROM adopted_names`,
      ),
    ).toThrow('never given to anything else');
  });
});

describe('what the audit reads', () => {
  test('publications on the site with what their rows were made of, page by page', () => {
    const stores = published(['1.jpg', '2.jpg']);
    const [first, second] = stores.siteRecords.published(0, 10);
    expect(first).toMatchObject({ photoId: 1, remoteId: 1001, webBytes: 120, thumbBytes: 100 });
    expect(first?.photo).toEqual(stores.reviews.view(1).published);
    expect(stores.siteRecords.published(first!.id, 10)).toEqual([second]);
    expect(stores.siteRecords.published(second!.id, 10)).toEqual([]);
  });

  test('what came back by a roll-back stands there as it was kept, not as it was composed', () => {
    const stores = published(['1.jpg']);
    stores.reviews.edit(1, { headline: 'Other' }, reviewer);
    publish(stores, 1);
    stores.publications.rollBack(1, 'wrong', reviewer);
    settle(stores);
    expect(stores.siteRecords.published(0, 10)).toMatchObject([{ photoId: 1, photo: null }]);
  });

  test('every name once, given and adopted, page by page', () => {
    const stores = published(['1.jpg', '2.jpg']);
    stores.publications.withdraw(2, 'asked', reviewer);
    settle(stores);
    stores.nameAdoption.adopt(['A_001.JPG', 'Z_001.JPG'], operator);
    const all = stores.siteRecords.names('', 10);
    expect(all.map(({ state, photoId }) => [state, photoId])).toEqual([
      ['adopted', null],
      ['published', 1],
      ['retired', 2],
      ['adopted', null],
    ]);
    expect(stores.siteRecords.names(all[1]!.foldedKey, 1)).toEqual([all[2]]);
  });

  test('a name is in motion while anything is asked for or done under it since then', () => {
    const stores = published(['1.jpg']);
    const name = stores.dossiers.get(1).fileName!;
    const now = new Date(stores.clock.ms + 1).toISOString();
    expect(stores.siteRecords.isInMotion(name, '2026-01-01T00:00:00.000Z')).toBe(true);
    expect(stores.siteRecords.isInMotion(name, now)).toBe(false);
    stores.publications.withdraw(1, 'asked', reviewer);
    expect(stores.siteRecords.isInMotion(name, '2030-01-01T00:00:00.000Z')).toBe(true);
    settle(stores);
    expect(stores.siteRecords.isInMotion(name, now)).toBe(true);
    expect(stores.siteRecords.isInMotion(name, '2030-01-01T00:00:00.000Z')).toBe(false);
  });
});

describe('an audit on record', () => {
  test('counts its findings by kind, and runs alone', () => {
    const { auditStore } = openTestStores();
    const { id } = auditStore.begin({ deep: true }, operator);
    expect(() => auditStore.begin({ deep: false }, operator)).toThrow(expect.objectContaining({ code: 'conflict' }));
    auditStore.add(id, [finding('a'), finding('b')]);
    auditStore.finish(id, { rows: 3, files: 6, names: 3 });
    expect(auditStore.get(id)).toMatchObject({
      state: 'finished',
      deep: true,
      startedBy: operator.name,
      extent: { rows: 3, files: 6, names: 3 },
      counts: { 'file-without-row': 2 },
    });
    expect(auditStore.findings(id, { after: 1 }).map(({ subject }) => subject)).toEqual(['b']);
    expect(auditStore.findings(id, { kind: 'row-changed' })).toEqual([]);
    expect(() => auditStore.findings(9, {})).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  test('that died with its process is closed by the next one', () => {
    const { auditStore } = openTestStores();
    const { id } = auditStore.begin({ deep: false }, operator);
    auditStore.closeOrphans();
    expect(auditStore.get(id)).toMatchObject({ state: 'failed', error: expect.stringContaining('ended') });
    auditStore.fail(id, 'late');
    expect(auditStore.get(id).error).not.toBe('late');
    auditStore.begin({ deep: false }, operator);
  });

  test('a finding is decided on once, by name, and stays on record', () => {
    const stores = openTestStores();
    const { auditStore } = stores;
    const { id } = auditStore.begin({ deep: false }, operator);
    auditStore.add(id, [finding('a')]);
    expect(auditStore.decide(1, 'dismissed', 'a logo', reviewer)).toMatchObject({ decidedBy: reviewer.name });
    expect(() => auditStore.decide(1, 'taken', null, reviewer)).toThrow(`dismissed by ${reviewer.name} already`);
    expect(() => auditStore.decide(2, 'taken', null, reviewer)).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(auditStore.finding(1)).toMatchObject({ state: 'dismissed', note: 'a logo' });
    expect(stores.events.list({}).at(-1)).toMatchObject({ kind: 'site.finding-dismissed', actor: reviewer.name });
  });

  test('open findings of old audits go, decisions stay', () => {
    const { auditStore } = openTestStores();
    for (let audits = 0; audits < 7; audits += 1) {
      const { id } = auditStore.begin({ deep: false }, operator);
      auditStore.add(id, [finding('a'), finding('b')]);
      if (audits === 0) auditStore.decide(1, 'dismissed', 'a logo', reviewer);
      auditStore.finish(id, { rows: 0, files: 0, names: 0 });
    }
    expect([1, 2, 3].map((id) => auditStore.findings(id, {}).map(({ state }) => state))).toEqual([
      ['dismissed'],
      [],
      ['open', 'open'],
    ]);
  });
});

describe('a repair', () => {
  test('carries an unchanged publication out again, under its approval', () => {
    const stores = published(['1.jpg']);
    stores.publications.repair(1, operator);
    expect(stores.workLedger.outbox(10)).toMatchObject([{ job: { stage: 'publish-photo', subject: { id: 1 } } }]);
    settle(stores);
    expect(stores.photos.get(1).state).toBe('published');
    expect(column(stores, `SELECT state FROM publications ORDER BY id`)).toEqual(['withdrawn', 'published']);
  });

  test('may replace a file that somebody else changed only on a reviewer’s word', () => {
    const stores = published(['1.jpg']);
    const theirs = 'e'.repeat(64);
    expect(() => stores.publications.repair(1, operator, theirs)).toThrow(
      expect.objectContaining({ code: 'not_allowed' }),
    );
    stores.publications.repair(1, reviewer, theirs);
    const [{ job } = { job: null }] = stores.workLedger.outbox(1);
    stores.workLedger.claim(job!, { token: 'repairing', worker: 'test' });
    expect(stores.publicationLog.begin(1, 'directory', 'repairing').ownWebSha256s).toContain(theirs);
  });

  test('is refused for what is not on the site as it is approved', () => {
    const stores = published(['1.jpg', '2.jpg']);
    stores.reviews.edit(1, { headline: 'Other' }, reviewer);
    expect(() => stores.publications.repair(1, operator)).toThrow('its approval no longer holds');
    stores.publications.withdraw(2, 'asked', reviewer);
    expect(() => stores.publications.repair(2, operator)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => stores.publications.repair(7, operator)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

function published(files: readonly string[]): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files });
  for (const index of files.keys()) publish(stores, index + 1);
  return stores;
}

function publish(stores: TestStores, photoId: number): void {
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
  stores.publications.publish([photoId], operator);
  settle(stores);
}

/** What the test's photos are named. */
function stemOf(): string {
  return 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2025_';
}
