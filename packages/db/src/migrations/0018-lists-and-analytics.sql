-- Keyset pages of photos and of what is on the site, requests that are sent twice, and what the analytics read: never a whole table.

CREATE INDEX photos_by_state ON photos (state, id);
CREATE INDEX photos_of_set ON photos (set_id, id);
CREATE INDEX publications_standing ON publications (id) WHERE state = 'published';

CREATE TABLE idempotency_keys (
  actor TEXT NOT NULL CHECK (actor <> ''),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_sha256 TEXT NOT NULL CHECK (length(request_sha256) = 64),
  begun_at TEXT NOT NULL CHECK (begun_at GLOB '????-??-??T*Z'),
  -- Null while the request is being carried out, and for ever when that was cut off.
  status INTEGER CHECK (status BETWEEN 200 AND 299),
  reply TEXT,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (begun_at);

CREATE INDEX publications_by_day ON publications (substr(requested_at, 1, 10)) WHERE state = 'published';
CREATE INDEX quality_ratings_by_band ON quality_ratings (band);
CREATE INDEX photo_metadata_cameras ON photo_metadata (
  substr(fields ->> 'dateTimeOriginal', 1, 4), fields ->> 'make', fields ->> 'model'
) WHERE layer = 'file';
CREATE INDEX text_judgements_with_findings ON text_judgements (photo_id) WHERE findings <> '[]';
CREATE INDEX events_of_edits ON events (id) WHERE kind = 'review.edited';
