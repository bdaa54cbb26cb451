-- People who sign in by name and password, and sessions that can be told apart and ended one by one.

CREATE TABLE users (
  -- Lower case, so that no two names differ by their capitals alone.
  folded_name TEXT PRIMARY KEY CHECK (folded_name <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL CHECK (json_valid(roles) AND json_type(roles) = 'array'),
  -- With its parameters, so that they can rise.
  password_hash TEXT NOT NULL CHECK (password_hash GLOB '$argon2id$v=19$m=*$*$*'),
  added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T*Z'),
  password_set_at TEXT NOT NULL CHECK (password_set_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;

-- Counted over restarts. Names are kept as hashes: people type passwords into the wrong field.
CREATE TABLE sign_in_failures (
  of TEXT NOT NULL CHECK (of IN ('name', 'address')),
  key_sha256 TEXT NOT NULL CHECK (length(key_sha256) = 64),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  last_at TEXT NOT NULL CHECK (last_at GLOB '????-??-??T*Z'),
  -- Nobody is let try before.
  waits_until TEXT CHECK (waits_until GLOB '????-??-??T*Z'),
  PRIMARY KEY (of, key_sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions_with_ids (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_sha256 TEXT NOT NULL UNIQUE CHECK (length(session_sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL CHECK (json_valid(roles) AND json_type(roles) = 'array'),
  -- Where it was started from; null for those that began before addresses were written down.
  address TEXT,
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  seen_at TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T*Z'),
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T*Z')
) STRICT;

INSERT INTO sessions_with_ids (session_sha256, name, roles, started_at, seen_at, ended_at)
SELECT session_sha256, name, roles, started_at, seen_at, ended_at FROM browser_sessions ORDER BY started_at;
DROP TABLE browser_sessions;
ALTER TABLE sessions_with_ids RENAME TO browser_sessions;
CREATE INDEX browser_sessions_open ON browser_sessions (name, id) WHERE ended_at IS NULL;
