-- Several processes may work on one data folder: the system, which holds its lease, and workers that it starts.

ALTER TABLE processes ADD COLUMN role TEXT NOT NULL DEFAULT 'system' CHECK (role IN ('system', 'worker'));
-- A worker that died is found by its process, while others go on.
CREATE INDEX stage_attempts_open_of_process ON stage_attempts (process_id) WHERE finished_at IS NULL;
