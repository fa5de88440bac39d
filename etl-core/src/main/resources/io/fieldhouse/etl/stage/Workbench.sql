-- name: open
-- What is lost in a crash is staged again.
SET synchronous_commit = off;

-- name: begin
SET LOCAL synchronous_commit TO DEFAULT;

-- name: clear
RESET synchronous_commit;
DISCARD TEMP;
