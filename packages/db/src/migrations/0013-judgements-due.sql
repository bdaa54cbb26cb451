-- Texts of bursts whose judgement may be another now that their frames are known. A set of thousands has as many: they are judged a few at a time, so that
-- nothing else waits for all of them, and what a process that died left here is found by the next.

CREATE TABLE judgements_due (
  photo_id INTEGER PRIMARY KEY REFERENCES photos (id)
) STRICT;
