-- Which process a run belonged to and how that one ended: without it a photo could not be told from those that merely ran beside it.

-- AUTOINCREMENT, so that a later process always has the greater number.
CREATE TABLE processes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pid INTEGER NOT NULL,
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  stop_requested_at TEXT CHECK (stop_requested_at GLOB '????-??-??T*Z'),
  -- Of a process that died: when the next one found out.
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T*Z'),
  ending TEXT CHECK (ending IN ('orderly', 'cut-short', 'died')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;

CREATE INDEX processes_open ON processes (id) WHERE ending IS NULL;

-- No foreign key: it would cost an index over all attempts.
ALTER TABLE stage_attempts ADD COLUMN process_id INTEGER;
-- Nothing else of the pipeline ran beside it.
ALTER TABLE stage_attempts ADD COLUMN alone INTEGER NOT NULL DEFAULT 0 CHECK (alone IN (0, 1));
CREATE INDEX stage_attempts_died_alone ON stage_attempts (process_id) WHERE outcome = 'orphaned' AND alone = 1;
-- Signal, exit code and memory of the decoder that died in this run.
ALTER TABLE stage_attempts ADD COLUMN evidence TEXT CHECK (json_valid(evidence) AND json_type(evidence) = 'object');
