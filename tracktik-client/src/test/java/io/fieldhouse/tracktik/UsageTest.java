package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 30);

    @Test
    void readingSaysWhatThereIsAndWhatItCost() {
        Query days = Query.all().between("startDateTime", FIRST, FIRST.plusDays(20));
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
                TrackTik tracktik = Clients.connect(sandbox)) {
            sandbox.faults().next(2, Fault.serverError());
            try (Pages<Shift> pages = tracktik.scheduling().shifts(days).pages()) {
                long items = 0;
                while (pages.hasNext()) {
                    items += pages.next().items().size();
                }
                assertThat(pages.total()).isEqualTo(items).isEqualTo(21 * 60);
                assertThat(pages.requests())
                        .isEqualTo(sandbox.requests().of("shifts"))
                        .isEqualTo(5);
                assertThat(pages.bytes()).isGreaterThan(items * 500);
            }
            try (Pages<Shift> none =
                    tracktik.scheduling().shifts(days.equal("position", 1)).pages()) {
                assertThat(none.hasNext()).isFalse();
                assertThat(none.total()).isZero();
            }
        }
    }
}
