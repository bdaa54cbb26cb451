import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@proofline/domain/actor.ts';
import type { PhotoSet, PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto, type PublicationSettings } from '@proofline/domain/published-photo.ts';
import type { JudgeText } from '@proofline/domain/text-gate/judgement.ts';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openStores, type Stores, type StoresOptions } from './open-stores.ts';
import type { EmbeddedBytes } from './publication-plan.ts';
import type { PublishedText } from './similar-texts.ts';

/** Builders for the tests of this package. */

export const operator: Actor = { name: 'Olga Operator', roles: ['operator'] };
export const reviewer: Actor = { name: 'Rita Reviewer', roles: ['reviewer'] };

export const naming = parseNamingSettings({});

const publicationSettings: PublicationSettings = {
  publicUrlBase: null,
  creator: 'A Photographer',
  copyrightNotice: null,
  publishGps: false,
  naming,
};

export type TestSettings = Partial<PublicationSettings> & {
  readonly judge?: JudgeText;
  readonly rulingVersion?: string;
  readonly publishedTexts?: () => readonly PublishedText[];
  readonly embeddedBytes?: EmbeddedBytes;
};

/** A gate that lets everything pass. */
export const nothingFound: JudgeText = () => ({
  gateVersion: GATE_VERSION,
  rulingVersion: usualRuling.version,
  findings: [],
  confidence: { caption: 1, altText: 1, keywords: 1, overall: 1 },
});

export type TestStores = Stores & {
  readonly file: string;
  /** Milliseconds since 1970; may be set forward. */
  readonly clock: { ms: number };
  /** A connection of its own to the same file: another program with SQL. */
  readonly sql: Database.Database;
  /** Closes and opens the stores again, as a new process would. */
  reopen(settings?: TestSettings): TestStores;
  /** Opens the same file once more, as a worker process would. */
  join(pid: number): Stores;
};

/** Stores on a temporary file that is gone after the test. Each look at the clock is a millisecond later than the one before. */
export function openTestStores(settings: TestSettings = {}): TestStores {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openTestStoresAt(join(folder, 'review.db'), settings);
}

function openTestStoresAt(file: string, settings: TestSettings): TestStores {
  const clock = { ms: Date.parse('2026-01-01T00:00:00.000Z') };
  const options: StoresOptions = {
    file,
    now: () => new Date((clock.ms += 1)),
    random: () => 1,
    target: 'directory',
    judge: settings.judge ?? nothingFound,
    ...(settings.rulingVersion !== undefined && { rulingVersion: settings.rulingVersion }),
    ...(settings.publishedTexts && { publishedTexts: settings.publishedTexts }),
    ...(settings.embeddedBytes && { embeddedBytes: settings.embeddedBytes }),
    compose: (dossier) => composePublishedPhoto(dossier, { ...publicationSettings, ...settings }),
  };
  const stores = openStores(options);
  const sql = new Database(file);
  sql.pragma('foreign_keys = ON');
  const close = () => {
    sql.close();
    stores.close();
  };
  onTestFinished(close);
  return {
    ...stores,
    file,
    clock,
    sql,
    close,
    reopen(newSettings = settings) {
      close();
      return openTestStoresAt(file, newSettings);
    },
    join(pid) {
      const joined = openStores({ ...options, joins: true });
      onTestFinished(() => joined.close());
      joined.processLog.join(pid);
      return joined;
    },
  };
}

export function addSet(stores: Stores, request: Partial<PhotoSetRequest> = {}): PhotoSet {
  return stores.sets.add(
    {
      sourceFolder: '/photos/lake',
      includeSubfolders: true,
      subject: 'Frozen Lake',
      location: 'Amsterdam Netherlands',
      folderKey: 'nature',
      captioner: 'template',
      onBlocked: 'pause',
      ...request,
    },
    operator,
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Every value of one column. */
export function column<T>({ sql }: TestStores, query: string, ...values: unknown[]): T[] {
  return sql.prepare(query).pluck().all(values) as T[];
}
