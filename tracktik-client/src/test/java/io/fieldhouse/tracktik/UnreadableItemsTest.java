package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Pages;
import io.fieldhouse.client.Unreadable;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableItemsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 30);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 12);
    private static final Query PERIOD = Query.all().between("startDateTime", FIRST, LAST);

    /** A status that is a list makes every cancelled shift one that cannot be read. */
    private static final Fault SPOILT = exchange -> exchange.regular()
            .newBuilder()
            .body(exchange.body().readUtf8().replace("\"CANCELLED\"", "[\"CANCELLED\"]"))
            .build();

    private TrackTikSandbox sandbox;
    private TrackTik tracktik;

    @BeforeEach
    void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        tracktik = Clients.connect(sandbox);
        sandbox.faults().forPath("shifts", SPOILT);
    }

    @AfterEach
    void stop() {
        tracktik.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 50, 1000})
    void loaderGetsWhatCanBeReadAndWhatCannot(int pageSize) {
        List<Long> readable = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        try (Pages<Shift> pages =
                tracktik.scheduling().shifts(PERIOD.pageSize(pageSize)).pages()) {
            while (pages.hasNext()) {
                Page<Shift> page = pages.next();
                page.items().forEach(shift -> readable.add(shift.id()));
                unreadable.addAll(page.unreadable());
            }
        }

        assertThat(readable).containsExactlyElementsOf(ids(false));
        assertThat(unreadable)
                .extracting(item -> item.json().utf8().replaceAll(".*\"id\":(\\d+).*", "$1"))
                .containsExactlyElementsOf(
                        ids(true).stream().map(String::valueOf).toList());
        assertThat(unreadable).extracting(Unreadable::reason).isNotEmpty().containsOnly("$.status: expected a text");
    }

    private List<Long> ids(boolean cancelled) {
        return sandbox.data()
                .shifts(FIRST, LAST)
                .filter(shift -> shift.cancelled() == cancelled)
                .map(ShiftFacts::id)
                .toList();
    }

    @Test
    void whoTakesItemsIsToldThatSomeCannotBeRead() {
        Paged<Shift> shifts = tracktik.scheduling().shifts(PERIOD.chunk(14));
        int all = ids(false).size() + ids(true).size();
        String told =
                "GET /rest/v1/shifts: BAD_ANSWER, status 200. " + ids(true).size() + " of " + all
                        + " items of a page cannot be read, the first for $.status: expected a text";

        assertThat(refusal(shifts::list)).hasMessageStartingWith(told);
        assertThat(refusal(() -> shifts.iterator().next())).hasMessageStartingWith(told);
        try (Stream<Shift> stream = shifts.stream()) {
            assertThat(refusal(() -> stream.forEach(shift -> {}))).hasMessageStartingWith(told);
        }
        assertThat(refusal(shifts::list).kind()).isEqualTo(Kind.BAD_ANSWER);
    }

    private static TrackTikException refusal(Runnable reading) {
        return catchThrowableOfType(TrackTikException.class, reading::run);
    }

    @Test
    void readingThatWasRefusedDoesNotGoOnAfterIt() {
        Iterator<Shift> shifts =
                tracktik.scheduling().shifts(PERIOD.pageSize(500).chunk(14)).iterator();

        assertThat(refusal(shifts::next)).isNotNull();

        assertThatIllegalStateException().isThrownBy(shifts::next);
    }

    @Test
    void itemThatCannotBeReadIsNotAskedForAgain() {
        try (Pages<Shift> pages = tracktik.scheduling().shifts(PERIOD.chunk(14)).pages()) {
            assertThat(pages.next().unreadable()).isNotEmpty();
            assertThat(pages.hasNext()).isFalse();
        }

        assertThat(sandbox.requests().of("shifts")).isEqualTo(1);
    }

    @Test
    void singleItemThatCannotBeReadFails() {
        long id = ids(true).get(0);

        TrackTikException refused = refusal(() -> tracktik.scheduling().shift(id, Query.all()));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("$.data.status");
    }

    @Test
    void pageSaysHowManyItHoldsAndNothingOfThem() {
        try (Pages<Shift> pages = tracktik.scheduling().shifts(PERIOD.chunk(14)).pages()) {
            int readable = ids(false).size();
            int unreadable = ids(true).size();
            assertThat(pages.next()).hasToString("Page[" + readable + " items and " + unreadable + " unreadable]");
        }
    }
}
