package io.fieldhouse.cli.export;

import io.fieldhouse.cli.tracktik.OpenPeriods;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import io.fieldhouse.cli.tracktik.Unloaded;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.NamedSql;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A view's rows as CSV, from the database to a stream without a stop in between.
 *
 * @param periods without a gap, oldest first; none for all
 * @param regions TrackTik's ids; none for all
 */
record ViewExport(ExportedView view, List<Period> periods, Set<Long> regions) {
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
        try (Connection connection = warehouse.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            begin(connection);
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(view.copy(!periods.isEmpty(), !regions.isEmpty()), out);
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw LoadException.of("Exporting tracktik." + view.name(), e);
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

    /** Times are those of UTC, wherever the export is made. */
    private void begin(Connection connection) throws SQLException {
        String first = periods.isEmpty() ? "" : String.valueOf(periods.get(0).id());
        String last = periods.isEmpty()
                ? ""
                : String.valueOf(periods.get(periods.size() - 1).id());
        String ids = regions.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        new NamedSql(connection, Map.of("first", first, "last", last, "ids", ids)).texts("""
                        SELECT set_config('TimeZone', 'UTC', true), set_config('export.first_period', :first, true),
                               set_config('export.last_period', :last, true), set_config('export.regions', :ids, true)""");
    }
}
