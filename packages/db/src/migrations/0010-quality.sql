-- Measurements of our own, what naturalness is judged by, and photos that belong together.

-- SQLite cannot change a CHECK: the table is made anew to allow the rendition `analysis-plane`. Its triggers go with the old one.
CREATE TABLE renditions_with_analysis_plane (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('review-preview', 'grid-thumb', 'model-input', 'web', 'web-thumb', 'luma-plane', 'analysis-plane')
  ),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  width_px INTEGER NOT NULL CHECK (width_px > 0),
  height_px INTEGER NOT NULL CHECK (height_px > 0),
  PRIMARY KEY (photo_id, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO renditions_with_analysis_plane SELECT * FROM renditions;
DROP TABLE renditions;
ALTER TABLE renditions_with_analysis_plane RENAME TO renditions;

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

-- What was rendered before has no plane to measure: it is rendered once more, at a new epoch.
UPDATE photos SET stage = 'render-photo', state = 'queued', run_token = NULL, epoch = epoch + 1
WHERE stage = 'measure-quality' AND state IN ('queued', 'running');

CREATE TABLE photo_readings (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  d_hash TEXT NOT NULL CHECK (length(d_hash) = 16 AND d_hash NOT GLOB '*[^0-9a-f]*'),
  p_hash TEXT NOT NULL CHECK (length(p_hash) = 16 AND p_hash NOT GLOB '*[^0-9a-f]*'),
  -- 32 × 32 bytes of luma, base64.
  thumbprint TEXT NOT NULL,
  sharpest_tile TEXT CHECK (json_valid(sharpest_tile) AND json_type(sharpest_tile) = 'object'),
  absent TEXT NOT NULL CHECK (json_valid(absent) AND json_type(absent) = 'array'),
  -- Means and covariances of BRISQUE's features over the photo's richest blocks.
  scene TEXT CHECK (json_valid(scene) AND json_type(scene) = 'object')
) STRICT;

CREATE TABLE technical_measurements (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  meter TEXT NOT NULL,
  meter_version TEXT NOT NULL,
  PRIMARY KEY (photo_id, measure)
) STRICT, WITHOUT ROWID;

CREATE INDEX technical_measurements_by_value ON technical_measurements (measure, value);

-- The newest one counts.
CREATE TABLE naturalness_models (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  photos INTEGER NOT NULL CHECK (photos > 0),
  statistics TEXT NOT NULL CHECK (json_valid(statistics) AND json_type(statistics) = 'object'),
  fitted_by TEXT NOT NULL CHECK (fitted_by <> ''),
  fitted_at TEXT NOT NULL CHECK (fitted_at GLOB '????-??-??T*Z')
) STRICT;

CREATE TABLE photo_groups (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES photo_sets (id),
  kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'burst', 'bracket', 'focus-stack', 'panorama'))
) STRICT;

CREATE INDEX photo_groups_of_set ON photo_groups (set_id);

CREATE TABLE photo_group_members (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  group_id INTEGER NOT NULL REFERENCES photo_groups (id),
  -- From 1, the best; null where all frames are needed.
  rank INTEGER CHECK (rank >= 1)
) STRICT;

CREATE INDEX photo_group_members_of_group ON photo_group_members (group_id, rank);
