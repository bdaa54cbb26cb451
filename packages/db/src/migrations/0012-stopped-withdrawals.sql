-- Withdrawals that a person has to ask for again: found without a look at every attempt there ever was.
CREATE INDEX stage_attempts_withdrawal_stopped ON stage_attempts (stage, subject_id)
  WHERE stage = 'withdraw-photo' AND outcome = 'skipped';
