-- How a draft came about, and further drafts on a person's word.

CREATE TABLE redrafts (
  id INTEGER PRIMARY KEY,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  hint TEXT CHECK (hint <> ''),
  captioner TEXT NOT NULL CHECK (captioner <> ''),
  state TEXT NOT NULL CHECK (state IN ('queued', 'drafted', 'failed')),
  -- Why it failed, or what it waits for.
  problem TEXT CHECK (problem <> ''),
  requested_by TEXT NOT NULL CHECK (requested_by <> ''),
  requested_at TEXT NOT NULL CHECK (requested_at GLOB '????-??-??T*Z'),
  taken_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(taken_fields) AND json_type(taken_fields) = 'array'),
  CHECK (state <> 'failed' OR problem IS NOT NULL)
) STRICT;

CREATE INDEX redrafts_of_photo ON redrafts (photo_id, id);
CREATE INDEX redrafts_queued ON redrafts (id) WHERE state = 'queued';

-- The request that this draft answers; null for the draft that the stage made.
ALTER TABLE text_drafts ADD COLUMN redraft_id INTEGER REFERENCES redrafts (id);
-- Natural logarithms of token probabilities by value.
ALTER TABLE text_drafts ADD COLUMN logprobs TEXT CHECK (json_valid(logprobs) AND json_type(logprobs) = 'object');
-- The reply was no JSON and was mended.
ALTER TABLE text_drafts ADD COLUMN is_repaired INTEGER NOT NULL DEFAULT 0 CHECK (is_repaired IN (0, 1));
-- The captioner whose draft did not pass, and why.
ALTER TABLE text_drafts ADD COLUMN fallback TEXT CHECK (json_valid(fallback) AND json_type(fallback) = 'object');
-- Why there is no text.
ALTER TABLE text_drafts ADD COLUMN failure TEXT CHECK (failure <> '');
ALTER TABLE text_drafts ADD COLUMN hint TEXT CHECK (hint <> '');

CREATE UNIQUE INDEX text_drafts_of_redraft ON text_drafts (redraft_id) WHERE redraft_id IS NOT NULL;

-- A captioner that is down halts what needs it and nothing else. SQLite cannot change a primary key: the table is made anew.
CREATE TABLE queue_blocks_by_captioner (
  stage TEXT NOT NULL,
  -- Empty where the whole stage is halted.
  captioner TEXT NOT NULL DEFAULT '',
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
  next_probe_at TEXT NOT NULL CHECK (next_probe_at GLOB '????-??-??T*Z'),
  PRIMARY KEY (stage, captioner)
) STRICT, WITHOUT ROWID;

INSERT INTO queue_blocks_by_captioner (stage, condition, reason, blocked_at, probes, next_probe_at)
SELECT stage, condition, reason, blocked_at, probes, next_probe_at FROM queue_blocks;
DROP TABLE queue_blocks;
ALTER TABLE queue_blocks_by_captioner RENAME TO queue_blocks;
