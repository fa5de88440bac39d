package io.fieldhouse.cli.export;

import io.fieldhouse.cli.tracktik.OpenPeriods;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import io.fieldhouse.cli.tracktik.Unloaded;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A view's rows as CSV, from the database to a stream without a stop in between.
 *
 * @param periods without a gap, oldest first; none for all
 * @param regions TrackTik's ids; none for all
 */
record ViewExport(ExportedView view, List<Period> periods, Set<Long> regions) {
    private static final Statements SQL = Statements.of(ViewExport.class);

    ViewExport {
        if (!periods.isEmpty() && !view.hasPeriods()) {
            throw new Refusal("tracktik." + view.name() + " has no periods to choose from: leave out --period.");
        }
        if (!regions.isEmpty() && !view.hasRegions()) {
            throw new Refusal("tracktik." + view.name() + " has no regions to choose from: leave out --region.");
        }
    }

    /** Sends the rows, and says how many there are. */
    long to(OutputStream out, DataSource warehouse) throws IOException {
        try {
            return new Database(warehouse).transaction("Exporting tracktik." + view.name(), sql -> copy(sql, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is missing in it because nothing is loaded of it yet. Asked before, so that it says too much at worst. */
    Unloaded unloaded(DataSource warehouse) {
        return view.hasPeriods() && !view.isCoverage()
                ? Unloaded.of(warehouse, periods, regions)
                : new Unloaded(List.of());
    }

    /** What is in it of periods that were loaded before they were over. */
    OpenPeriods open(DataSource warehouse, PeriodEnds ends) {
        return view.hasPeriods() && !view.isCoverage()
                ? OpenPeriods.of(warehouse, ends, periods, regions)
                : new OpenPeriods(ends, List.of());
    }

    private long copy(Sql sql, OutputStream out) {
        sql.run(SQL.get("read-only"));
        sql.with("first", periods.isEmpty() ? "" : String.valueOf(periods.get(0).id()))
                .with(
                        "last",
                        periods.isEmpty()
                                ? ""
                                : String.valueOf(periods.get(periods.size() - 1).id()))
                .with("ids", regions.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .texts(SQL.get("begin"));
        try {
            return sql.copyTo(out, view.copy(!periods.isEmpty(), !regions.isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
