-- name: known
SELECT column_name FROM etl.dimension_columns WHERE dimension = :dimension_name AND tracked = :tracked;

-- name: learn
INSERT INTO etl.dimension_columns (dimension, column_name, tracked)
SELECT :dimension_name, name, name <> ALL (:untracked::text[]) FROM unnest(:fresh::text[]) name;

-- name: say-who-lacks-them
UPDATE etl.dimension_merges SET lacks = lacks || :fresh::text[] WHERE dimension = :dimension_name;

-- name: ever-lacked
SELECT DISTINCT unnest(lacks) FROM etl.dimension_merges WHERE dimension = :dimension_name AND lacks <> '{}';

-- name: lacked-since-the-last-full
SELECT name FROM unnest(:doubtful::text[]) name
WHERE (SELECT max(m.as_of) FROM etl.dimension_merges m
       WHERE m.dimension = :dimension_name AND m.lacks <> '{}' AND name = ANY (m.lacks))
   >= (SELECT coalesce(max(m.as_of), '-infinity') FROM etl.dimension_merges m
       WHERE m.dimension = :dimension_name AND m.keys IS NULL AND name <> ALL (m.lacks));
