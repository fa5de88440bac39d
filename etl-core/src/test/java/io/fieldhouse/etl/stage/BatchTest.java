package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.StageLimits;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final StageLimits LIMITS = new StageLimits(1000, 4096, 1);

    private static final RowEncoder<String> ENCODER = new RowEncoder<>(new Feed<>(
            "shifts",
            "tracktik",
            TRACKTIK_SHIFTS,
            text -> text,
            List.of(column(TRACKTIK_SHIFTS.CUSTOM_ID, text -> text))));

    private final Batch<String> batch = new Batch<>(LIMITS);

    private void add(String text, int jsonBytes) {
        batch.add(ENCODER, text, null, 0, ByteString.of(new byte[jsonBytes]));
    }

    @Test
    void isFullAsSoonAsItsRowsHaveTheBytesOfTheLimit() {
        while (!batch.isFull()) {
            add("invented", 100);
        }
        assertThat(batch.begin(batch.rowCount() - 1)).isLessThan(LIMITS.bytes());
        assertThat(batch.begin(batch.rowCount())).isGreaterThanOrEqualTo(LIMITS.bytes());
    }

    @Test
    void recordsThatAreNoRowsCountTowardsTheBytesToo() {
        add("\0", 4000);
        assertThat(batch.isFull()).isFalse();
        add("\0", 96);

        assertThat(batch.isFull()).isTrue();
        assertThat(batch.rowCount()).isZero();
    }

    @Test
    void isFullAsSoonAsItHasTheRowsOfTheLimit() {
        Batch<String> low = new Batch<>(new StageLimits(2, 4096, 1));
        low.add(ENCODER, "", null, 0, ByteString.EMPTY);
        assertThat(low.isFull()).isFalse();
        low.add(ENCODER, "", null, 1, ByteString.EMPTY);

        assertThat(low.isFull()).isTrue();
    }

    @Test
    void spaceOfARecordThatIsLargerThanABatchIsNotKept() {
        add("", 1 << 20);
        assertThat(batch.isFull()).isTrue();
        assertThat(batch.bytes().length).isGreaterThan(1 << 20);
        batch.clear();

        assertThat(batch.bytes().length).isLessThanOrEqualTo(2 * LIMITS.bytes());
        assertThat(batch.isEmpty()).isTrue();
    }
}
