-- Whoever migrates, everything belongs to one role.
SET LOCAL ROLE fieldhouse_owner;
