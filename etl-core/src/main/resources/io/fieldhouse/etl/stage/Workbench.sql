-- name: open
-- What is lost in a crash is staged again.
SET synchronous_commit = off;

-- name: begin
-- Nobody waits for the dead: a session whose machine is gone gives up its locks, and a waiting one its wait.
SET LOCAL synchronous_commit TO DEFAULT;
SET LOCAL idle_in_transaction_session_timeout = '5min';
SET LOCAL lock_timeout = '10min';

-- name: clear
RESET synchronous_commit;
DISCARD TEMP;
