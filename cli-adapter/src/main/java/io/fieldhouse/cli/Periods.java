package io.fieldhouse.cli;

import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.WarehousePeriods;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The billing periods that somebody types, by the calendar that is configured. */
final class Periods {
    static final String OPTION = "A period's label, a day in it, 'last' for the last completed one, or two of"
            + " them with two dots between, such as 2025-P01..last.";

    private final TrackTikSettings settings;
    private final Period last;

    private Periods(TrackTikSettings settings, Period last) {
        this.settings = settings;
        this.last = last;
    }

    static Periods of(Workplace workplace) {
        TrackTikSettings settings = TrackTikConfiguration.load(workplace.configuration());
        return new Periods(
                settings, settings.calendar().lastCompleted(workplace.clock(), settings.zone(), settings.closingLag()));
    }

    /** The newest period that is over, everywhere. */
    Period last() {
        return last;
    }

    /** The periods that a text names, oldest first, without a gap. */
    List<Period> all(String text) {
        return settings.calendar().parse(text, last);
    }

    /**
     * The same, as a warehouse has them.
     *
     * @throws IllegalArgumentException if it was loaded by another calendar
     */
    List<Period> all(String text, DataSource warehouse) {
        List<Period> periods = all(text);
        try (Connection connection = warehouse.getConnection()) {
            WarehousePeriods.of(connection).requireCutAlike(periods);
            return periods;
        } catch (SQLException e) {
            throw LoadException.of("Looking for periods", e);
        }
    }

    /** The one period that a text names. */
    Period one(String text) {
        List<Period> periods = all(text);
        if (periods.size() > 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is " + periods.size() + " periods, where one is to be named, such as "
                            + periods.get(0).label() + ".");
        }
        return periods.get(0);
    }
}
