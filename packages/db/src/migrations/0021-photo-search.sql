-- The words of each photo that was judged for review: its names, its set, and its published texts. One write per revision, by the photo's id.

CREATE VIRTUAL TABLE photo_search USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW photo_words (photo_id, words) AS
SELECT p.id, concat_ws(' ',
  -- Sixteen thousand photos that follow each other share a word, so that a search can be kept to them: FTS5 itself would look for the next hit to the
  -- end of the index before it compares the hit with an upper bound.
  'zqblock' || (p.id >> 14),
  p.original_file_name, f.name, s.subject, s.location,
  coalesce(person.fields ->> 'description', inferred.fields ->> 'description', file.fields ->> 'description'),
  coalesce(
    person.fields ->> 'altTextAccessibility', inferred.fields ->> 'altTextAccessibility',
    file.fields ->> 'altTextAccessibility'
  ),
  coalesce(person.fields ->> 'keywords', inferred.fields ->> 'keywords', file.fields ->> 'keywords')
)
FROM photos p
JOIN photo_sets s ON s.id = p.set_id
LEFT JOIN file_names f ON f.photo_id = p.id AND f.state IN ('reserved', 'published')
LEFT JOIN photo_metadata file ON file.photo_id = p.id AND file.layer = 'file'
LEFT JOIN photo_metadata inferred ON inferred.photo_id = p.id AND inferred.layer = 'inferred'
LEFT JOIN photo_metadata person ON person.photo_id = p.id AND person.layer = 'person';

-- Taken out before it is put in: within an upsert, OR REPLACE would leave the old words.

CREATE TRIGGER photo_search_of_new AFTER INSERT ON text_judgements
BEGIN
  DELETE FROM photo_search WHERE rowid = NEW.photo_id;
  INSERT INTO photo_search (rowid, words) SELECT photo_id, words FROM photo_words WHERE photo_id = NEW.photo_id;
END;

CREATE TRIGGER photo_search_of_changed AFTER UPDATE OF revision_hash ON text_judgements
WHEN NEW.revision_hash <> OLD.revision_hash
BEGIN
  DELETE FROM photo_search WHERE rowid = NEW.photo_id;
  INSERT INTO photo_search (rowid, words) SELECT photo_id, words FROM photo_words WHERE photo_id = NEW.photo_id;
END;

CREATE TRIGGER photo_search_of_gone AFTER DELETE ON text_judgements
BEGIN
  DELETE FROM photo_search WHERE rowid = OLD.photo_id;
END;

INSERT INTO photo_search (rowid, words)
SELECT w.photo_id, w.words FROM text_judgements j JOIN photo_words w ON w.photo_id = j.photo_id;
