package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.Statements;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Periods that something was loaded of before they were over: more of their figures is to come. */
public record OpenPeriods(PeriodEnds ends, List<Open> periods) {
    private static final Statements SQL = Statements.of(OpenPeriods.class);

    /** One of them. */
    record Open(int periodId, String period, LocalDate lastDay) {}

    /**
     * Looks for them.
     *
     * @param periods none for all that the warehouse has
     * @param regions TrackTik's ids; none for all
     */
    public static OpenPeriods of(DataSource warehouse, PeriodEnds ends, Collection<Period> periods, Set<Long> regions) {
        List<Map<String, @Nullable Object>> loaded =
                Rows.of(warehouse, SQL.get("loaded"), Unloaded.asked(periods, regions));
        return new OpenPeriods(
                ends,
                loaded.stream()
                        .filter(row -> ends.isAfter(
                                (OffsetDateTime) Objects.requireNonNull(row.get("loaded_at")), lastDay(row)))
                        .map(row -> new Open(
                                (Integer) Objects.requireNonNull(row.get("period_id")),
                                String.valueOf(row.get("period")),
                                lastDay(row)))
                        .toList());
    }

    private static LocalDate lastDay(Map<String, @Nullable Object> row) {
        return (LocalDate) Objects.requireNonNull(row.get("ends_on"));
    }

    /** What to tell people, if there is any. */
    public Optional<String> warning() {
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(periods.stream()
                        .map(open -> ends.warning(open.period(), open.lastDay()))
                        .collect(Collectors.joining(" ")));
    }

    public List<Map<String, Object>> data() {
        return periods.stream()
                .map(open -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("periodId", open.periodId());
                    data.put("period", open.period());
                    data.put("lastDay", open.lastDay());
                    return data;
                })
                .toList();
    }
}
