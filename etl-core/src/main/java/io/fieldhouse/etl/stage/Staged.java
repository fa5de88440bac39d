package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.sql.SqlText;

/**
 * What was staged.
 *
 * @param table the staging table
 * @param rows how many rows are in it
 * @param quarantined how many records went to quarantine instead
 * @param nameless how many of those say not even which record they are
 * @param refused a query for the keys of the others
 * @param bytes how many bytes were sent, those that had to be sent again included
 */
public record Staged(SqlText table, long rows, long quarantined, long nameless, SqlText refused, long bytes) {}
