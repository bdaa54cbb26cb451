-- A set that a person holds: nothing of it is begun until somebody lets it go on, over restarts and whatever the queue engine is.

ALTER TABLE photo_sets ADD COLUMN held_at TEXT CHECK (held_at GLOB '????-??-??T*Z');
ALTER TABLE photo_sets ADD COLUMN held_by TEXT CHECK ((held_by IS NULL) = (held_at IS NULL));
ALTER TABLE photo_sets ADD COLUMN held_reason TEXT CHECK (
  held_reason <> '' AND (held_reason IS NULL) = (held_at IS NULL)
);

CREATE INDEX photo_sets_held ON photo_sets (id) WHERE held_at IS NOT NULL;
