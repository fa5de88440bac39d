package io.fieldhouse.tracktik.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever names positions or accounts gets what is left of all rows when the others are taken away. */
@Tag("times")
class SandboxSlotsTest {
    private static final int BATCHES = 5;
    private static final String DAYS = "2025-06-13|2025-06-26";

    private static final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private static final TrackTikSandbox changed = TrackTikSandbox.start(SandboxData.small());
    private static final SandboxChange change = changed.change(LocalDate.of(2025, 6, 13));

    @AfterAll
    static void close() {
        sandbox.close();
        changed.close();
    }

    @ParameterizedTest
    @CsvSource({
        "shifts, startDateTime, position, positions",
        "shifts, startDateTime, position.id, positions",
        "work-sessions, startedOn, position, positions",
        "work-sessions, startedOn, account.id, accounts",
        "break-sessions, startedOn, account, accounts",
        "reports, reportDateTime, position, positions",
        "reports, reportDateTime, account, accounts",
        "shift-summaries, periodDate, position, positions",
        "shift-summaries, periodDate, account, accounts",
        "shift-period-summaries, periodDate, position, positions",
        "pay-and-bill-transactions, serviceDate, serviceAccount, accounts",
        "billable-items, serviceDate, clientAccount, accounts",
        "billable-items, serviceDate, clientAccount.id, accounts",
        "payroll-payrun-items, shiftFragmentDateStart, account, accounts",
    })
    void batchesOfIdsSelectWhatFilteringTheWindowDoes(String resource, String time, String path, String named) {
        for (TrackTikSandbox one : List.of(sandbox, changed)) {
            Asking ask = new Asking(one);
            String[] window = {time + ":between", DAYS, "includeInactive", "true"};
            List<Map<?, ?>> all = ask.all(resource, window);
            String field = path.replace(".id", "");
            List<Map<?, ?>> found = new ArrayList<>();
            for (Set<Long> batch : batches(ask, named)) {
                List<Map<?, ?>> rows = ask.all(resource, with(window, path + ":in", text(batch)));
                assertThat(rows).isNotEmpty().isEqualTo(rowsOf(all, field, batch));
                found.addAll(rows);
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(withValue(all, field));
            long first = batches(ask, named).get(0).iterator().next();
            assertThat(ask.all(resource, with(window, path, String.valueOf(first))))
                    .isEqualTo(rowsOf(all, field, Set.of(first)));
        }
    }

    /** Every so manieth: neighbours are never in one batch. */
    private static List<Set<Long>> batches(Asking ask, String resource) {
        List<Set<Long>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            batches.add(new HashSet<>());
        }
        List<Map<?, ?>> rows = ask.all(resource, "includeInactive", "true");
        for (int i = 0; i < rows.size(); i++) {
            batches.get(i % BATCHES).add(Asking.id(rows.get(i).get("id")));
        }
        return batches;
    }

    private static List<Map<?, ?>> withValue(List<Map<?, ?>> rows, String field) {
        return rows.stream().filter(row -> row.get(field) != null).toList();
    }

    private static List<Map<?, ?>> rowsOf(List<Map<?, ?>> rows, String field, Set<Long> ids) {
        return withValue(rows, field).stream()
                .filter(row -> ids.contains(Asking.id(row.get(field))))
                .toList();
    }

    private static String text(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String[] with(String[] window, String... more) {
        List<String> query = new ArrayList<>(List.of(window));
        query.addAll(Arrays.asList(more));
        return query.toArray(String[]::new);
    }

    @Test
    void aShiftThatMovedStaysOnItsPosition() {
        Asking ask = new Asking(changed);
        Map<?, ?> moved = ask.get("shifts/" + change.shiftMoved()).row();
        String position = Asking.string(moved.get("position"));
        String[] dayAfter = {"startDateTime", "2025-06-27", "includeInactive", "true"};
        assertThat(ask.get("shifts", with(dayAfter, "position:in", position)).ids())
                .contains(change.shiftMoved());
        assertThat(new Asking(sandbox)
                        .get("shifts", with(dayAfter, "position:in", position))
                        .ids())
                .doesNotContain(change.shiftMoved());
    }

    @Test
    void conditionsTogetherSelectWhatBothDo() {
        Asking ask = new Asking(sandbox);
        String[] window = {"startedOn:between", DAYS};
        Set<Long> positions = batches(ask, "positions").get(0);
        Set<Long> accounts = batches(ask, "accounts").get(2);
        List<Map<?, ?>> both =
                ask.all("work-sessions", with(window, "position:in", text(positions), "account:in", text(accounts)));
        assertThat(both)
                .isNotEmpty()
                .isEqualTo(
                        rowsOf(rowsOf(ask.all("work-sessions", window), "position", positions), "account", accounts));
    }

    @Test
    void idsOfNothingSelectNothing() {
        Asking ask = new Asking(sandbox);
        String[] window = {"startedOn:between", DAYS};
        assertThat(ask.get("work-sessions", with(window, "position:in", "1,-1,99999999"))
                        .count())
                .isZero();
        assertThat(ask.get("work-sessions", with(window, "account", "271")).count())
                .isZero();
    }
}
