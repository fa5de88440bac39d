package io.fieldhouse.etl.feed;

import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FeedColumnTest {
    @Test
    void valueThatCannotBeWorkedOutIsUnfit() {
        FeedColumn<Instant> column =
                FeedColumn.column(TRACKTIK_SHIFTS.STARTS_AT, instant -> instant.atOffset(ZoneOffset.UTC));

        assertThatThrownBy(() -> column.write(Instant.MAX, new CopyBuffer(64)))
                .isInstanceOf(UnfitException.class)
                .hasMessage("starts_at cannot be worked out: DateTimeException");
    }
}
