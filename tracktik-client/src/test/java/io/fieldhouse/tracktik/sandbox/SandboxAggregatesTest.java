package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.list;
import static io.fieldhouse.tracktik.sandbox.Asking.map;
import static io.fieldhouse.tracktik.sandbox.Asking.number;
import static io.fieldhouse.tracktik.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxAggregatesTest {
    private static final String DAYS = "2025-06-13|2025-06-26";

    private static final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static List<Map<?, ?>> shifts(String... shape) {
        return ask.all(
                "shifts",
                Stream.concat(Stream.of("startDateTime:between", DAYS), Stream.of(shape))
                        .toArray(String[]::new));
    }

    @Test
    void countsAreThoseOfTheListsThatAreSentWhole() {
        List<Map<?, ?>> whole = shifts("fields", "id,workSessions");
        List<Map<?, ?>> counted = shifts("fields", "id,workSessions|count");
        Set<String> counts = new HashSet<>();
        for (int i = 0; i < whole.size(); i++) {
            assertThat(counted.get(i).get("id")).isEqualTo(whole.get(i).get("id"));
            assertThat(number(counted.get(i).get("workSessionsCount")))
                    .isEqualByComparingTo(BigDecimal.valueOf(
                            list(whole.get(i).get("workSessions")).size()));
            counts.add(string(counted.get(i).get("workSessionsCount")));
        }
        assertThat(counts).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void extremesAreOfTheRecordsThatHaveTheField() {
        List<Map<?, ?>> whole = shifts("fields", "workSessions");
        List<Map<?, ?>> extremes = shifts("fields", "workSessions|startedOn|min:first,workSessions|endedOn|max");
        for (int i = 0; i < whole.size(); i++) {
            List<?> sessions = list(whole.get(i).get("workSessions"));
            assertThat(extremes.get(i).get("first"))
                    .isEqualTo(sessions.isEmpty() ? null : map(sessions.get(0)).get("startedOn"));
            assertThat(extremes.get(i).get("workSessionsEndedOnMax"))
                    .isEqualTo(
                            sessions.isEmpty()
                                    ? null
                                    : map(sessions.get(sessions.size() - 1)).get("endedOn"));
        }
        assertThat(extremes).anyMatch(row -> row.get("first") != null && row.get("workSessionsEndedOnMax") == null);
    }

    @Test
    void sumsAreOfEveryRecord() {
        Map<?, ?> invoice = ask.get("invoices/600000", "include", "lines").row();
        Map<?, ?> made = ask.get(
                        "invoices/600000", "fields", "lines|count,lines|lineSubTotal|sum,lines|lineSubTotal|max:most")
                .row();
        List<?> lines = list(invoice.get("lines"));
        assertThat(made.get("linesCount")).hasToString(String.valueOf(lines.size()));
        assertThat(number(made.get("linesLineSubTotalSum"))).isEqualByComparingTo(number(invoice.get("total")));
        assertThat(lines.stream().map(line -> number(map(line).get("lineSubTotal"))))
                .contains(number(made.get("most")))
                .allMatch(amount -> amount.compareTo(number(made.get("most"))) <= 0);
    }

    @Test
    void whatIsNoAggregateIsRefused() {
        refused("employee is not a list in shifts", "shifts/1000000", "employee|count");
        refused("nothing is not a list in shifts", "shifts/1000000", "nothing|count");
        refused("nothing is not a field in work-sessions", "shifts/1000000", "workSessions|nothing|max");
        refused("workSessions|startedOn|sum is not an aggregate", "shifts/1000000", "workSessions|startedOn|sum");
        refused("workSessions|sum is not an aggregate", "shifts/1000000", "workSessions|sum");
        refused("lines|memo|max is not an aggregate", "invoices/600000", "lines|memo|max");
    }

    private static void refused(String error, String path, String fields) {
        Answer answer = ask.get(path, "fields", fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void linesHaveNoPathOfTheirOwn() {
        assertThat(ask.get("invoice-lines").status()).isEqualTo(404);
    }
}
