/**
 * What drives the whole program through its failures, or a browser through its pages: as much processor time as everything else. `npm run
 * test:journeys` runs it, and CI does after `npm test`, which has one journey of each kind and the short chaos runs.
 */
export const journeySuites = [
  'tests/approval/',
  'tests/browser/bad-day.test.ts',
  'tests/browser/bulk-edits.test.ts',
  'tests/browser/draft-origin.test.ts',
  'tests/browser/finding-photos.test.ts',
  'tests/browser/layout-shifts.test.ts',
  'tests/browser/network-sign-in.test.ts',
  'tests/browser/operations.test.ts',
  'tests/browser/pictures.test.ts',
  'tests/browser/review-edits.test.ts',
  'tests/browser/review-keys.test.ts',
  'tests/chaos/invariants/',
  'tests/chaos/stop-under-load.test.ts',
  'tests/engine/',
  'tests/journeys/blocking.test.ts',
  'tests/journeys/captioner.test.ts',
  'tests/journeys/mysql.test.ts',
  'tests/journeys/names.test.ts',
  'tests/journeys/pausing.test.ts',
  'tests/journeys/poison.test.ts',
  'tests/journeys/publication-undo.test.ts',
  'tests/journeys/read-only-folder.test.ts',
  'tests/journeys/redis.test.ts',
  'tests/journeys/site-audit.test.ts',
  'tests/journeys/site-server.test.ts',
  'tests/poison/',
  'tests/site/',
  'tests/undo/',
];
