-- What a publication replaced, to put it back; which image, thumbnail and text it sent, so that the next one sends what changed and no more; how
-- long that took, so that a plan can say how long the next one will take.

ALTER TABLE publications DROP COLUMN previous_row;
ALTER TABLE publications ADD COLUMN published_photo TEXT CHECK (json_valid(published_photo));
ALTER TABLE publications ADD COLUMN thumb_sha256 TEXT CHECK (length(thumb_sha256) = 64 AND thumb_sha256 NOT GLOB '*[^0-9a-f]*');
ALTER TABLE publications ADD COLUMN embeds_text INTEGER CHECK (embeds_text IN (0, 1));
ALTER TABLE publications ADD COLUMN previous TEXT CHECK (json_valid(previous));
ALTER TABLE publications ADD COLUMN replaces_id INTEGER REFERENCES publications (id);
-- A file that somebody else changed on the site and a reviewer lets this publication replace.
ALTER TABLE publications ADD COLUMN replaceable_sha256 TEXT
  CHECK (length(replaceable_sha256) = 64 AND replaceable_sha256 NOT GLOB '*[^0-9a-f]*');
ALTER TABLE publications ADD COLUMN bytes_sent INTEGER CHECK (bytes_sent >= 0);
ALTER TABLE publications ADD COLUMN duration_ms REAL CHECK (duration_ms >= 0);

CREATE INDEX publications_replacing ON publications (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX publications_measured ON publications (target, id) WHERE duration_ms IS NOT NULL;

CREATE TABLE publication_steps_with_previous (
  publication_id INTEGER NOT NULL REFERENCES publications (id),
  step TEXT NOT NULL CHECK (step IN ('checked', 'archived', 'previous-kept', 'embedded', 'web-sent', 'thumb-sent', 'row-written', 'verified', 'taken-back')),
  finished_at TEXT NOT NULL CHECK (finished_at GLOB '????-??-??T*Z'),
  detail TEXT NOT NULL CHECK (json_valid(detail) AND json_type(detail) = 'object'),
  PRIMARY KEY (publication_id, step)
) STRICT, WITHOUT ROWID;
INSERT INTO publication_steps_with_previous SELECT publication_id, step, finished_at, detail FROM publication_steps;
DROP TABLE publication_steps;
ALTER TABLE publication_steps_with_previous RENAME TO publication_steps;

-- A reviewer's word that a publication leaves the site, for nothing or for the one that it replaced. Kept for ever.
CREATE TABLE withdrawals (
  id INTEGER PRIMARY KEY,
  publication_id INTEGER NOT NULL REFERENCES publications (id),
  kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'roll-back')),
  back_to_id INTEGER REFERENCES publications (id),
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  requested_at TEXT NOT NULL CHECK (requested_at GLOB '????-??-??T*Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  -- `stopped`: the site held what nobody may touch; it takes a new word.
  outcome TEXT CHECK (outcome IN ('done', 'stopped')),
  CHECK ((kind = 'roll-back') = (back_to_id IS NOT NULL)),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX withdrawals_of_publication ON withdrawals (publication_id, id);
CREATE INDEX withdrawals_open ON withdrawals (id) WHERE finished_at IS NULL;
CREATE INDEX withdrawals_back_to ON withdrawals (back_to_id) WHERE back_to_id IS NOT NULL;

-- Promise 2 holds for what comes back too: it was approved once, it was on the site, and a reviewer asked for it by name.
DROP TRIGGER publications_keep_an_approval;
CREATE TRIGGER publications_keep_an_approval BEFORE UPDATE OF photo_id, revision_hash, state ON publications
WHEN NEW.state IN ('queued', 'uploading', 'published') AND NOT EXISTS (
  SELECT 1 FROM reviews JOIN approvals USING (photo_id, revision_hash)
  WHERE photo_id = NEW.photo_id AND revision_hash = NEW.revision_hash AND status = 'approved'
) AND NOT (
  NEW.state = 'published' AND OLD.state = 'withdrawn' AND OLD.remote_id IS NOT NULL
  AND NEW.photo_id = OLD.photo_id AND NEW.revision_hash = OLD.revision_hash
  AND EXISTS (SELECT 1 FROM withdrawals WHERE back_to_id = NEW.id AND finished_at IS NULL)
  AND EXISTS (SELECT 1 FROM approvals WHERE photo_id = NEW.photo_id AND revision_hash = NEW.revision_hash)
)
BEGIN
  SELECT RAISE(ABORT, 'publication refused: no valid approval covers this revision of the photo');
END;

-- Names of the site that Proofline did not give. They are never given again.
CREATE TABLE adopted_names (
  folded_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Null where a name does not end in a number.
  series_key TEXT,
  sequence INTEGER CHECK (sequence >= 0),
  adopted_at TEXT NOT NULL CHECK (adopted_at GLOB '????-??-??T*Z'),
  adopted_by TEXT NOT NULL CHECK (adopted_by <> ''),
  CHECK ((series_key IS NULL) = (sequence IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX adopted_names_in_series ON adopted_names (series_key, sequence) WHERE series_key IS NOT NULL;

CREATE TRIGGER adopted_names_are_never_given BEFORE INSERT ON file_names
WHEN EXISTS (SELECT 1 FROM adopted_names WHERE folded_key = NEW.folded_key)
BEGIN
  SELECT RAISE(ABORT, 'the site has this file name: it was adopted and is never given to anything else');
END;

CREATE TRIGGER adopted_names_stay_taken BEFORE DELETE ON adopted_names
BEGIN
  SELECT RAISE(ABORT, 'a file name that was adopted from the site is never given back');
END;

CREATE TRIGGER adopted_names_stay_the_same BEFORE UPDATE ON adopted_names
BEGIN
  SELECT RAISE(ABORT, 'a file name that was adopted from the site is never changed');
END;

CREATE TABLE site_audits (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'failed')),
  deep INTEGER NOT NULL CHECK (deep IN (0, 1)),
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  started_by TEXT NOT NULL CHECK (started_by <> ''),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  row_count INTEGER NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  file_count INTEGER NOT NULL DEFAULT 0 CHECK (file_count >= 0),
  name_count INTEGER NOT NULL DEFAULT 0 CHECK (name_count >= 0),
  error TEXT,
  CHECK ((state = 'running') = (finished_at IS NULL))
) STRICT;

-- One at a time.
CREATE UNIQUE INDEX site_audits_running ON site_audits (state) WHERE state = 'running';

CREATE TABLE site_findings (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES site_audits (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  photo_id INTEGER REFERENCES photos (id),
  reason TEXT NOT NULL,
  fix TEXT CHECK (json_valid(fix)),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'dismissed')),
  decided_by TEXT,
  decided_at TEXT CHECK (decided_at GLOB '????-??-??T*Z'),
  note TEXT,
  CHECK ((state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
) STRICT;

CREATE INDEX site_findings_of_audit ON site_findings (audit_id, kind, id);
CREATE INDEX site_findings_of_photo ON site_findings (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX publications_by_file_name ON publications (file_name, id);
