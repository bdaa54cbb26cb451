-- Dependencies that are down: which stages are halted and why, and what was computed, so that a set which was rolled back for it need not
-- compute it again.

CREATE TABLE queue_blocks (
  stage TEXT PRIMARY KEY,
  condition TEXT NOT NULL CHECK (
    condition IN (
      'captioner-unavailable', 'model-missing', 'target-unreachable', 'login-refused', 'disk-full', 'database-busy',
      'data-folder-unwritable'
    )
  ),
  reason TEXT NOT NULL CHECK (reason <> ''),
  blocked_at TEXT NOT NULL CHECK (blocked_at GLOB '????-??-??T*Z'),
  -- How often the stage was tried and found blocked.
  probes INTEGER NOT NULL CHECK (probes >= 1),
  next_probe_at TEXT NOT NULL CHECK (next_probe_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;

-- A result holds for the same content and the same inputs (settings, versions), whichever photo it was computed for.
CREATE TABLE computed_results (
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  stage TEXT NOT NULL,
  inputs_sha256 TEXT NOT NULL CHECK (length(inputs_sha256) = 64 AND inputs_sha256 NOT GLOB '*[^0-9a-f]*'),
  result TEXT NOT NULL CHECK (json_valid(result)),
  computed_at TEXT NOT NULL CHECK (computed_at GLOB '????-??-??T*Z'),
  PRIMARY KEY (content_sha256, stage, inputs_sha256)
) STRICT, WITHOUT ROWID;

-- SQLite cannot change a CHECK: the table is made anew to allow the outcome `blocked`.
CREATE TABLE stage_attempts_with_blocked (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('photo', 'set')),
  subject_id INTEGER NOT NULL,
  stage TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  run_token TEXT NOT NULL UNIQUE,
  worker TEXT NOT NULL,
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  outcome TEXT CHECK (
    outcome IN ('done', 'skipped', 'refused', 'snoozed', 'blocked', 'retryable', 'discarded', 'overtaken', 'orphaned')
  ),
  error_class TEXT,
  error_text TEXT,
  -- When a roll-back erased what this attempt had added.
  undone_at TEXT CHECK (undone_at GLOB '????-??-??T*Z'),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;

INSERT INTO stage_attempts_with_blocked SELECT * FROM stage_attempts;
DROP TABLE stage_attempts;
ALTER TABLE stage_attempts_with_blocked RENAME TO stage_attempts;

CREATE INDEX stage_attempts_of_subject ON stage_attempts (subject_kind, subject_id, stage, epoch);
CREATE INDEX stage_attempts_open ON stage_attempts (id) WHERE finished_at IS NULL;
-- Promise 1: a result is recorded exactly once.
CREATE UNIQUE INDEX stage_attempts_finished_once ON stage_attempts (subject_kind, subject_id, stage, epoch)
WHERE outcome IN ('done', 'skipped');
