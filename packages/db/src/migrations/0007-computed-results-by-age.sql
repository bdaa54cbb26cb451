-- The oldest results are dropped first.
CREATE INDEX computed_results_by_age ON computed_results (computed_at);
