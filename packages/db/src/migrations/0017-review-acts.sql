-- What a person did in review, act by act, with what each photo was before and after: to put it back. The events stay the record of what happened.

CREATE TABLE review_acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (
    kind IN ('approval', 'taking-back', 'rejection', 'edit', 'reversion', 'bulk-edit', 'bulk-approval')
  ),
  actor TEXT NOT NULL CHECK (actor <> ''),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
  undone_at TEXT CHECK (undone_at GLOB '????-??-??T*Z')
) STRICT;

CREATE INDEX review_acts_of_actor ON review_acts (actor, id);

CREATE TABLE review_act_photos (
  act_id INTEGER NOT NULL REFERENCES review_acts (id) ON DELETE CASCADE,
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  before TEXT NOT NULL CHECK (json_valid(before) AND json_type(before) = 'object'),
  after TEXT NOT NULL CHECK (json_valid(after) AND json_type(after) = 'object'),
  -- Null while the act stands.
  undoing TEXT CHECK (undoing IN ('undone', 'under-way', 'left')),
  reason TEXT,
  PRIMARY KEY (act_id, photo_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_act_photos_of_photo ON review_act_photos (photo_id);

-- Rejected photos whose rejection was undone while their roll-back still ran: its end brings them back.
CREATE TABLE awaited_revivals (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
  asked_by TEXT NOT NULL CHECK (asked_by <> ''),
  asked_at TEXT NOT NULL CHECK (asked_at GLOB '????-??-??T*Z')
) STRICT;
