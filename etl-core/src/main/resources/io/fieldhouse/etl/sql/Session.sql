-- name: limit-waits
-- Nobody waits for the dead: a session whose machine is gone gives up its locks, and a waiting one its wait.
SET LOCAL idle_in_transaction_session_timeout = '5min';
SET LOCAL lock_timeout = '10min';
