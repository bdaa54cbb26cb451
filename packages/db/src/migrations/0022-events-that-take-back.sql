-- What was taken back, newest first, however much else happened since: a query has to name the same kinds in the same order.

CREATE INDEX events_that_take_back ON events (id) WHERE kind IN (
  'set.rolling-back', 'set.rolled-back',
  'photo.rolling-back', 'photo.rolled-back', 'photo.rejected',
  'publication.withdrawal-requested', 'publication.withdrawn',
  'publication.roll-back-requested', 'publication.rolled-back'
);
