-- The truth of one data folder. Instants are ISO 8601 UTC with milliseconds; paths have `/`; JSON columns hold JSON text.
-- State words are the domain's; the CHECKs keep a mistake in any program, ours or not, out of the file.

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T*Z'),
  opened_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX runs_open ON runs (state) WHERE state = 'open';

CREATE TABLE photo_sets (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  source_folder TEXT NOT NULL,
  include_subfolders INTEGER NOT NULL CHECK (include_subfolders IN (0, 1)),
  subject TEXT NOT NULL,
  location TEXT NOT NULL,
  folder_key TEXT NOT NULL,
  captioner TEXT NOT NULL,
  on_blocked TEXT NOT NULL CHECK (on_blocked IN ('pause', 'roll-back')),
  state TEXT NOT NULL CHECK (
    state IN ('queued', 'running', 'accepted', 'refused', 'discarded', 'rolling-back', 'rolled-back')
  ),
  stage TEXT NOT NULL CHECK (stage IN ('validate-set', 'reserve-file-names')),
  epoch INTEGER NOT NULL DEFAULT 1 CHECK (epoch >= 1),
  run_token TEXT,
  requested_by TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z'),
  names_reserved_at TEXT CHECK (names_reserved_at GLOB '????-??-??T*Z'),
  problems TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(problems) AND json_type(problems) = 'array'),
  CHECK (run_token IS NULL OR state = 'running')
) STRICT;

CREATE INDEX photo_sets_of_run ON photo_sets (run_id);
CREATE INDEX photo_sets_due ON photo_sets (id) WHERE state IN ('queued', 'running');
-- The sets that may stand before their names: what the barrier looks through, oldest first.
CREATE INDEX photo_sets_unnamed ON photo_sets (id)
WHERE names_reserved_at IS NULL AND state IN ('queued', 'running', 'accepted');

CREATE TABLE photos (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES photo_sets (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  source_path TEXT NOT NULL,
  source_relative_path TEXT NOT NULL,
  original_file_name TEXT NOT NULL,
  source_bytes INTEGER NOT NULL CHECK (source_bytes >= 0),
  content_sha256 TEXT CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  working_path TEXT,
  stage TEXT NOT NULL CHECK (
    stage IN (
      'ingest-original', 'extract-metadata', 'reserve-file-names', 'render-photo', 'measure-quality', 'draft-text',
      'open-review', 'publish-photo', 'release-workspace', 'roll-back', 'withdraw-photo'
    )
  ),
  state TEXT NOT NULL CHECK (
    state IN (
      'queued', 'running', 'waiting', 'in-review', 'rolling-back', 'published', 'rejected', 'refused', 'discarded',
      'rolled-back', 'withdrawn'
    )
  ),
  epoch INTEGER NOT NULL DEFAULT 1 CHECK (epoch >= 1),
  run_token TEXT,
  -- Why the photo was refused (a refusal code) or discarded (the class of the last error), and in words.
  ended_code TEXT,
  ended_reason TEXT,
  -- The stage at which a roll-back took the photo, the state that it was asked to end in, and why.
  rollback_from TEXT,
  rollback_to TEXT CHECK (rollback_to IN ('rolled-back', 'rejected')),
  rollback_reason TEXT,
  UNIQUE (set_id, source_relative_path),
  UNIQUE (set_id, position),
  CHECK (run_token IS NULL OR state IN ('running', 'rolling-back')),
  CHECK (state NOT IN ('refused', 'discarded') OR (ended_code IS NOT NULL AND ended_reason IS NOT NULL)),
  CHECK (
    state <> 'rolling-back' OR (stage = 'roll-back' AND rollback_from IS NOT NULL AND rollback_to IS NOT NULL)
  )
) STRICT;

CREATE INDEX photos_by_content ON photos (content_sha256, id) WHERE content_sha256 IS NOT NULL;
CREATE INDEX photos_by_position_in_plan ON photos (set_id, state, stage);
CREATE INDEX photos_in_review ON photos (id) WHERE state = 'in-review';
CREATE INDEX photos_with_leftovers ON photos (id) WHERE state = 'refused' AND working_path IS NOT NULL;
CREATE INDEX photos_due ON photos (id) WHERE state IN ('queued', 'running', 'rolling-back');

CREATE TABLE photo_metadata (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  layer TEXT NOT NULL CHECK (layer IN ('file', 'inferred', 'person')),
  fields TEXT NOT NULL CHECK (json_valid(fields) AND json_type(fields) = 'object'),
  PRIMARY KEY (photo_id, layer)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_names (
  folded_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  series_key TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'published', 'retired')),
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  -- The photo's epoch when the name was given: a late roll-back never frees what a later epoch holds.
  epoch INTEGER NOT NULL CHECK (epoch >= 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_names_in_series ON file_names (series_key, sequence);
CREATE INDEX file_names_by_photo ON file_names (photo_id, state);
CREATE UNIQUE INDEX file_names_one_per_photo ON file_names (photo_id) WHERE state IN ('reserved', 'published');

CREATE TABLE renditions (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('review-preview', 'grid-thumb', 'model-input', 'web', 'web-thumb', 'luma-plane')
  ),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  width_px INTEGER NOT NULL CHECK (width_px > 0),
  height_px INTEGER NOT NULL CHECK (height_px > 0),
  PRIMARY KEY (photo_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE quality_measurements (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('measured', 'proxy')),
  meter TEXT NOT NULL,
  meter_version TEXT NOT NULL,
  PRIMARY KEY (photo_id, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE quality_ratings (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  -- 1 worst … 10 best; null when nothing could be measured.
  rating REAL CHECK (rating BETWEEN 0 AND 10),
  band TEXT NOT NULL CHECK (band IN ('Top', 'Good', 'Average', 'Low', 'Very Low', 'NA')),
  origin TEXT NOT NULL CHECK (origin IN ('measured', 'proxy'))
) STRICT;

CREATE TABLE text_drafts (
  id INTEGER PRIMARY KEY,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  captioner TEXT NOT NULL,
  model TEXT,
  model_digest TEXT,
  prompt_version TEXT NOT NULL,
  caption TEXT NOT NULL,
  alt_text TEXT NOT NULL,
  keywords TEXT NOT NULL CHECK (json_valid(keywords) AND json_type(keywords) = 'array'),
  confidence TEXT NOT NULL CHECK (confidence IN ('low', 'medium', 'high')),
  latency_ms REAL NOT NULL CHECK (latency_ms >= 0),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX text_drafts_of_photo ON text_drafts (photo_id, id);

CREATE TABLE reviews (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'sent-back')),
  -- Hash of the revision that was seen last; null when a trigger saw the photo change and nobody computed it anew.
  revision_hash TEXT CHECK (length(revision_hash) = 64 AND revision_hash NOT GLOB '*[^0-9a-f]*'),
  decided_by TEXT,
  decided_at TEXT CHECK (decided_at GLOB '????-??-??T*Z'),
  note TEXT,
  void_reason TEXT,
  CHECK (status <> 'approved' OR (revision_hash IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL))
) STRICT;

CREATE INDEX reviews_by_status ON reviews (status, photo_id);

CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  revision_hash TEXT NOT NULL CHECK (length(revision_hash) = 64 AND revision_hash NOT GLOB '*[^0-9a-f]*'),
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  approved_at TEXT NOT NULL CHECK (approved_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX approvals_of_revision ON approvals (photo_id, revision_hash);

CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  target TEXT NOT NULL,
  revision_hash TEXT NOT NULL CHECK (length(revision_hash) = 64 AND revision_hash NOT GLOB '*[^0-9a-f]*'),
  state TEXT NOT NULL CHECK (state IN ('queued', 'uploading', 'published', 'withdrawn', 'failed')),
  file_name TEXT NOT NULL,
  web_path TEXT NOT NULL,
  thumb_path TEXT NOT NULL,
  remote_id INTEGER,
  web_sha256 TEXT CHECK (length(web_sha256) = 64 AND web_sha256 NOT GLOB '*[^0-9a-f]*'),
  web_bytes INTEGER CHECK (web_bytes > 0),
  previous_row TEXT CHECK (json_valid(previous_row)),
  requested_by TEXT NOT NULL,
  requested_at TEXT NOT NULL CHECK (requested_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX publications_of_photo ON publications (photo_id, id);
CREATE UNIQUE INDEX publications_open ON publications (photo_id, target) WHERE state IN ('queued', 'uploading');
CREATE UNIQUE INDEX publications_on_site ON publications (photo_id, target) WHERE state = 'published';

CREATE TABLE publication_steps (
  publication_id INTEGER NOT NULL REFERENCES publications (id),
  step TEXT NOT NULL CHECK (step IN ('checked', 'embedded', 'web-sent', 'thumb-sent', 'row-written', 'verified')),
  finished_at TEXT NOT NULL CHECK (finished_at GLOB '????-??-??T*Z'),
  detail TEXT NOT NULL CHECK (json_valid(detail) AND json_type(detail) = 'object'),
  PRIMARY KEY (publication_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_attempts (
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
    outcome IN ('done', 'skipped', 'refused', 'snoozed', 'retryable', 'discarded', 'overtaken', 'orphaned')
  ),
  error_class TEXT,
  error_text TEXT,
  -- When a roll-back erased what this attempt had added.
  undone_at TEXT CHECK (undone_at GLOB '????-??-??T*Z'),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX stage_attempts_of_subject ON stage_attempts (subject_kind, subject_id, stage, epoch);
CREATE INDEX stage_attempts_open ON stage_attempts (id) WHERE finished_at IS NULL;
-- Promise 1: a result is recorded exactly once.
CREATE UNIQUE INDEX stage_attempts_finished_once ON stage_attempts (subject_kind, subject_id, stage, epoch)
WHERE outcome IN ('done', 'skipped');

-- AUTOINCREMENT, so that forgetting a row by its id never takes a later row that got the same number.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id TEXT NOT NULL UNIQUE,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('photo', 'set')),
  subject_id INTEGER NOT NULL,
  stage TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  not_before TEXT CHECK (not_before GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX outbox_of_subject ON outbox (subject_kind, subject_id);

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  actor TEXT NOT NULL CHECK (actor <> ''),
  kind TEXT NOT NULL CHECK (kind GLOB '?*.?*'),
  -- No foreign key: it would cost an index over all events, and sets are checked against their run already.
  run_id INTEGER,
  set_id INTEGER REFERENCES photo_sets (id),
  photo_id INTEGER REFERENCES photos (id),
  detail TEXT NOT NULL CHECK (json_valid(detail) AND json_type(detail) = 'object')
) STRICT;

CREATE INDEX events_of_photo ON events (photo_id, id) WHERE photo_id IS NOT NULL;
CREATE INDEX events_of_set ON events (set_id, id) WHERE set_id IS NOT NULL;

CREATE TABLE access_tokens (
  token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL CHECK (json_valid(roles) AND json_type(roles) = 'array'),
  issued_at TEXT NOT NULL CHECK (issued_at GLOB '????-??-??T*Z'),
  revoked_at TEXT CHECK (revoked_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;

-- Append-only tables. The insert triggers are there because INSERT OR REPLACE deletes without asking a delete trigger
-- unless recursive triggers are on, which a foreign program may not have.

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are append-only: an event is never changed');
END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are append-only: an event is never deleted');
END;

CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'events are append-only: an event is never replaced');
END;

CREATE TRIGGER approvals_are_never_changed BEFORE UPDATE ON approvals
BEGIN
  SELECT RAISE(ABORT, 'approvals are append-only: an approval is never changed');
END;

CREATE TRIGGER approvals_are_never_deleted BEFORE DELETE ON approvals
BEGIN
  SELECT RAISE(ABORT, 'approvals are append-only: an approval is never deleted');
END;

CREATE TRIGGER approvals_are_never_replaced BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'approvals are append-only: an approval is never replaced');
END;

-- Promise 2: no publication without a person's approval of exactly this revision, whoever writes to the file.

CREATE TRIGGER publications_need_an_approval BEFORE INSERT ON publications
WHEN NOT EXISTS (
  SELECT 1 FROM reviews JOIN approvals USING (photo_id, revision_hash)
  WHERE photo_id = NEW.photo_id AND revision_hash = NEW.revision_hash AND status = 'approved'
)
BEGIN
  SELECT RAISE(ABORT, 'publication refused: no valid approval covers this revision of the photo');
END;

CREATE TRIGGER publications_keep_an_approval BEFORE UPDATE OF photo_id, revision_hash, state ON publications
WHEN NEW.state IN ('queued', 'uploading', 'published') AND NOT EXISTS (
  SELECT 1 FROM reviews JOIN approvals USING (photo_id, revision_hash)
  WHERE photo_id = NEW.photo_id AND revision_hash = NEW.revision_hash AND status = 'approved'
)
BEGIN
  SELECT RAISE(ABORT, 'publication refused: no valid approval covers this revision of the photo');
END;

-- A name that was on the site is never given back and never given to another photo.

CREATE TRIGGER file_names_stay_taken BEFORE DELETE ON file_names
WHEN OLD.state <> 'reserved'
BEGIN
  SELECT RAISE(ABORT, 'a file name that was published is never given back');
END;

CREATE TRIGGER file_names_are_never_replaced BEFORE INSERT ON file_names
WHEN EXISTS (SELECT 1 FROM file_names WHERE folded_key = NEW.folded_key AND state <> 'reserved')
BEGIN
  SELECT RAISE(ABORT, 'a file name that was published is never given to anything else');
END;

CREATE TRIGGER file_names_stay_the_same BEFORE UPDATE ON file_names
WHEN OLD.state <> 'reserved' AND (
  NEW.folded_key <> OLD.folded_key OR NEW.photo_id <> OLD.photo_id OR NEW.name <> OLD.name OR NEW.state = 'reserved'
)
BEGIN
  SELECT RAISE(ABORT, 'a file name that was published is never given to anything else');
END;

-- An approval belongs to one revision: whatever is published of a photo, changing it voids the approval. These hold against programs that
-- do not compute revisions; the application computes the revision anew after every change and before every publication.

CREATE TRIGGER text_change_voids_approval_insert AFTER INSERT ON photo_metadata
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the text changed after the approval'
  WHERE photo_id = NEW.photo_id AND status = 'approved';
END;

CREATE TRIGGER text_change_voids_approval_update AFTER UPDATE ON photo_metadata
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the text changed after the approval'
  WHERE photo_id IN (OLD.photo_id, NEW.photo_id) AND status = 'approved';
END;

CREATE TRIGGER text_change_voids_approval_delete AFTER DELETE ON photo_metadata
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the text changed after the approval'
  WHERE photo_id = OLD.photo_id AND status = 'approved';
END;

CREATE TRIGGER image_change_voids_approval_insert AFTER INSERT ON renditions
WHEN NEW.kind IN ('web', 'web-thumb')
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a published image changed after the approval'
  WHERE photo_id = NEW.photo_id AND status = 'approved';
END;

CREATE TRIGGER image_change_voids_approval_update AFTER UPDATE ON renditions
WHEN NEW.kind IN ('web', 'web-thumb') OR OLD.kind IN ('web', 'web-thumb')
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a published image changed after the approval'
  WHERE photo_id IN (OLD.photo_id, NEW.photo_id) AND status = 'approved';
END;

CREATE TRIGGER image_change_voids_approval_delete AFTER DELETE ON renditions
WHEN OLD.kind IN ('web', 'web-thumb')
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a published image changed after the approval'
  WHERE photo_id = OLD.photo_id AND status = 'approved';
END;

CREATE TRIGGER name_change_voids_approval_insert AFTER INSERT ON file_names
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the file name changed after the approval'
  WHERE photo_id = NEW.photo_id AND status = 'approved';
END;

CREATE TRIGGER name_change_voids_approval_update AFTER UPDATE OF folded_key, name, photo_id ON file_names
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the file name changed after the approval'
  WHERE photo_id IN (OLD.photo_id, NEW.photo_id) AND status = 'approved';
END;

CREATE TRIGGER name_change_voids_approval_delete AFTER DELETE ON file_names
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the file name changed after the approval'
  WHERE photo_id = OLD.photo_id AND status = 'approved';
END;

CREATE TRIGGER rating_change_voids_approval_insert AFTER INSERT ON quality_ratings
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the quality rating changed after the approval'
  WHERE photo_id = NEW.photo_id AND status = 'approved';
END;

CREATE TRIGGER rating_change_voids_approval_update AFTER UPDATE ON quality_ratings
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the quality rating changed after the approval'
  WHERE photo_id IN (OLD.photo_id, NEW.photo_id) AND status = 'approved';
END;

CREATE TRIGGER rating_change_voids_approval_delete AFTER DELETE ON quality_ratings
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the quality rating changed after the approval'
  WHERE photo_id = OLD.photo_id AND status = 'approved';
END;

CREATE TRIGGER measurement_change_voids_approval_insert AFTER INSERT ON quality_measurements
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a quality measurement changed after the approval'
  WHERE photo_id = NEW.photo_id AND status = 'approved';
END;

CREATE TRIGGER measurement_change_voids_approval_update AFTER UPDATE ON quality_measurements
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a quality measurement changed after the approval'
  WHERE photo_id IN (OLD.photo_id, NEW.photo_id) AND status = 'approved';
END;

CREATE TRIGGER measurement_change_voids_approval_delete AFTER DELETE ON quality_measurements
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'a quality measurement changed after the approval'
  WHERE photo_id = OLD.photo_id AND status = 'approved';
END;

CREATE TRIGGER photo_change_voids_approval AFTER UPDATE OF original_file_name, set_id ON photos
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the photo record changed after the approval'
  WHERE photo_id = NEW.id AND status = 'approved';
END;

CREATE TRIGGER set_change_voids_approvals AFTER UPDATE OF subject, location, folder_key ON photo_sets
BEGIN
  UPDATE reviews SET status = 'pending', revision_hash = NULL, void_reason = 'the photo set changed after the approval'
  WHERE status = 'approved' AND photo_id IN (SELECT id FROM photos WHERE set_id = NEW.id);
END;
