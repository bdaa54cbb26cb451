-- The dispatcher takes from each stage as much as its queue has room for.
CREATE INDEX outbox_of_stage ON outbox (stage, id);
