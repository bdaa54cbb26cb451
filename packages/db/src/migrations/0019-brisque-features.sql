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
