-- Which of the operator's settings a text was judged by: when they change, what waits in review is judged anew.
ALTER TABLE text_judgements ADD COLUMN ruling_version TEXT NOT NULL DEFAULT '';

-- Where photos stand by what they look like: the number of a quarter of the dHash and its four hex digits. Photos of one picture share a slot, or stand
-- in neighbouring ones. Both hashes are kept beside it: the readings are wide, and most candidates are none.
CREATE TABLE picture_slots (
  slot TEXT NOT NULL CHECK (length(slot) = 5 AND slot NOT GLOB '*[^0-9a-f]*'),
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  d_hash TEXT NOT NULL,
  p_hash TEXT NOT NULL,
  PRIMARY KEY (slot, photo_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX picture_slots_of_photo ON picture_slots (photo_id);

INSERT INTO picture_slots (slot, photo_id, d_hash, p_hash)
SELECT quarter.value || substr(r.d_hash, 4 * quarter.value + 1, 4), r.photo_id, r.d_hash, r.p_hash
FROM photo_readings r, json_each('[0, 1, 2, 3]') quarter;

-- Photos of the whole catalogue that show the same. One row for each two, the later measured first.
CREATE TABLE lookalikes (
  photo_id INTEGER NOT NULL REFERENCES photos (id),
  other_photo_id INTEGER NOT NULL REFERENCES photos (id),
  likeness TEXT NOT NULL CHECK (likeness IN ('same', 'alike')),
  -- Of both hashes, that differ.
  bits INTEGER NOT NULL CHECK (bits >= 0),
  PRIMARY KEY (photo_id, other_photo_id),
  CHECK (photo_id <> other_photo_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX lookalikes_of_other ON lookalikes (other_photo_id);
