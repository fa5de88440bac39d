package io.fieldhouse.etl.load;

import io.fieldhouse.etl.sql.Database;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What every step of a load works with. */
public record LoadContext(Database warehouse, LoadLedger ledger, LoadLimits limits, Clock clock) {
    /** This moment. */
    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
