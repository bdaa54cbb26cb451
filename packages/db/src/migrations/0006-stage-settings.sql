-- What a person set for a whole stage. It outlives the process and every queue engine.

CREATE TABLE stage_settings (
  stage TEXT PRIMARY KEY,
  paused_at TEXT CHECK (paused_at GLOB '????-??-??T*Z'),
  paused_by TEXT,
  paused_reason TEXT CHECK (paused_reason <> ''),
  -- Photos (or sets) at once over all processes; NULL: as many as they take.
  max_concurrency INTEGER CHECK (max_concurrency >= 1),
  CHECK ((paused_at IS NULL) = (paused_by IS NULL) AND (paused_at IS NULL) = (paused_reason IS NULL))
) STRICT, WITHOUT ROWID;
