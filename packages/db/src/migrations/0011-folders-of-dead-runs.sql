-- A run that died may have left a folder. Its attempt is closed at the start that finds it, the folder removed after; a start that is cut off in
-- between leaves this mark to the next one.

ALTER TABLE stage_attempts ADD COLUMN folder_left INTEGER NOT NULL DEFAULT 0 CHECK (folder_left IN (0, 1));
CREATE INDEX stage_attempts_folder_left ON stage_attempts (id) WHERE folder_left = 1;
