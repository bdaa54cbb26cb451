-- What was measured and drafted and not kept so far.

-- BRISQUE's 36 features of the whole photo, with who measured them. Photos that were measured before have none.
ALTER TABLE photo_readings ADD COLUMN brisque_features TEXT CHECK (
  brisque_features IS NULL
  OR (
    json_valid(brisque_features)
    AND json_array_length(brisque_features, '$.values') IS 36
    AND json_type(brisque_features, '$.meter') IS 'text'
    AND json_type(brisque_features, '$.meterVersion') IS 'text'
  )
);

-- The second captioner, where its draft was no better or never came, and why.
ALTER TABLE text_drafts ADD COLUMN passed_over TEXT CHECK (json_valid(passed_over) AND json_type(passed_over) = 'object');
