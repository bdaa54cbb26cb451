-- What the gate says of texts, and that nobody passes it by: neither the application nor another program.

-- How a draft went through the gate: as it came, what was repaired, what was found.
ALTER TABLE text_drafts ADD COLUMN gate TEXT CHECK (json_valid(gate) AND json_type(gate) = 'object');

-- The judgement of the text as it would be published now, one for each photo in review.
CREATE TABLE text_judgements (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  revision_hash TEXT NOT NULL CHECK (length(revision_hash) = 64 AND revision_hash NOT GLOB '*[^0-9a-f]*'),
  gate_version INTEGER NOT NULL CHECK (gate_version >= 1),
  findings TEXT NOT NULL CHECK (json_valid(findings) AND json_type(findings) = 'array'),
  confidence TEXT NOT NULL CHECK (json_valid(confidence) AND json_type(confidence) = 'object'),
  -- The least of `confidence`, 0…1: what review lists are ordered by.
  overall_confidence REAL NOT NULL CHECK (overall_confidence BETWEEN 0 AND 1),
  judged_at TEXT NOT NULL CHECK (judged_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX text_judgements_worst_first ON text_judgements (overall_confidence, photo_id);

-- A rule that a person set aside for one revision of one photo, and why.
CREATE TABLE finding_overrides (
  id INTEGER PRIMARY KEY,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  revision_hash TEXT NOT NULL CHECK (length(revision_hash) = 64 AND revision_hash NOT GLOB '*[^0-9a-f]*'),
  rule TEXT NOT NULL CHECK (rule <> ''),
  note TEXT NOT NULL CHECK (trim(note) <> ''),
  overridden_by TEXT NOT NULL CHECK (overridden_by <> ''),
  overridden_at TEXT NOT NULL CHECK (overridden_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX finding_overrides_of_revision ON finding_overrides (photo_id, revision_hash, rule);

CREATE TRIGGER finding_overrides_are_never_changed BEFORE UPDATE ON finding_overrides
BEGIN
  SELECT RAISE(ABORT, 'overrides are append-only: an override is never changed');
END;

CREATE TRIGGER finding_overrides_are_never_deleted BEFORE DELETE ON finding_overrides
BEGIN
  SELECT RAISE(ABORT, 'overrides are append-only: an override is never deleted');
END;

CREATE TRIGGER finding_overrides_are_never_replaced BEFORE INSERT ON finding_overrides
WHEN EXISTS (SELECT 1 FROM finding_overrides WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'overrides are append-only: an override is never replaced');
END;

CREATE TRIGGER approvals_need_a_judgement BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM text_judgements WHERE photo_id = NEW.photo_id AND revision_hash = NEW.revision_hash
)
BEGIN
  SELECT RAISE(ABORT, 'approval refused: the text of this revision was not judged');
END;

CREATE TRIGGER approvals_need_overrides BEFORE INSERT ON approvals
WHEN EXISTS (
  SELECT 1 FROM text_judgements AS judgement, json_each(judgement.findings) AS finding
  WHERE judgement.photo_id = NEW.photo_id AND judgement.revision_hash = NEW.revision_hash AND finding.value ->> 'severity' = 'block' AND NOT EXISTS (
    SELECT 1 FROM finding_overrides AS override
    WHERE override.photo_id = NEW.photo_id AND override.revision_hash = NEW.revision_hash
      AND override.rule = finding.value ->> 'rule'
  )
)
BEGIN
  SELECT RAISE(ABORT, 'approval refused: a finding blocks this text and no override covers it');
END;
