-- Which of the operator's settings a text was judged by: when they change, what waits in review is judged anew.
ALTER TABLE text_judgements ADD COLUMN ruling_version TEXT NOT NULL DEFAULT '';
