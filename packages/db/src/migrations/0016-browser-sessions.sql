-- How browsers sign in. Of codes and sessions only the SHA-256 is kept: who reads this file cannot sign in with it.

CREATE TABLE sign_in_links (
  code_sha256 TEXT PRIMARY KEY CHECK (length(code_sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL CHECK (json_valid(roles) AND json_type(roles) = 'array'),
  expires_at TEXT NOT NULL CHECK (expires_at GLOB '????-??-??T*Z'),
  used_at TEXT CHECK (used_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;

CREATE TABLE browser_sessions (
  session_sha256 TEXT PRIMARY KEY CHECK (length(session_sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  roles TEXT NOT NULL CHECK (json_valid(roles) AND json_type(roles) = 'array'),
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  seen_at TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T*Z'),
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T*Z')
) STRICT, WITHOUT ROWID;
