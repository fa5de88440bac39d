package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.reconcile.CsvRow;
import io.fieldhouse.etl.reconcile.CsvRows;
import io.fieldhouse.etl.reconcile.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a period from a CSV, row by row; what is wrong with it goes to the problems. */
final class CsvFigures {
    /** What can be an entry of an index. */
    private static final int LONGEST_NAME = 200;

    private final CsvMapping mapping;
    private final CsvRows rows;
    private final Problems problems;
    private final Period asked;
    private final PeriodText period;
    private long otherPeriods;

    CsvFigures(ReconcileRequest request, Problems problems) {
        this.mapping = request.mapping();
        this.rows = new CsvRows(mapping.columns(), mapping.dialect(), request.limits(), problems);
        this.problems = problems;
        this.asked = request.period();
        this.period = new PeriodText(asked, mapping.dates());
    }

    /** How many rows of other periods were left out. */
    long otherPeriods() {
        return otherPeriods;
    }

    /** Reads all of it; nothing is worth keeping once there is a problem. */
    void read(InputStream csv, Consumer<SiteFigures> to) throws IOException {
        rows.read(csv, row -> {
            SiteFigures figures = isEmpty(row) ? null : figures(row);
            if (figures != null && problems.isEmpty()) {
                to.accept(figures);
            }
        });
    }

    /** Whether there is nothing in what is compared, but for what a spreadsheet fills down to its last row. */
    private boolean isEmpty(CsvRow row) {
        return row.text(CsvMapping.SITE).isEmpty()
                && mapping.measures().keySet().stream()
                        .allMatch(measure -> row.text(measure.key()).isEmpty());
    }

    /** What a row says; nothing where it is of another period, is not of a site, or is wrong. */
    private @Nullable SiteFigures figures(CsvRow row) {
        if (!row.fits() || !isOfPeriod(row)) {
            return null;
        }
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        for (Measure measure : mapping.measures().keySet()) {
            BigDecimal figure = row.number(measure.key());
            if (figure != null) {
                figures.put(measure, figure);
            }
        }
        String region = mapping.region() == null ? null : row.text(CsvMapping.REGION);
        boolean isNamed =
                isNamed(row, CsvMapping.SITE, figures) && (region == null || isNamed(row, CsvMapping.REGION, figures));
        return isNamed ? new SiteFigures(region, row.text(CsvMapping.SITE), figures) : null;
    }

    private boolean isOfPeriod(CsvRow row) {
        if (mapping.period() == null) {
            return true;
        }
        try {
            boolean isMeant = period.isMeant(row.text(CsvMapping.PERIOD));
            otherPeriods += isMeant ? 0 : 1;
            return isMeant;
        } catch (DateTimeException e) {
            row.addProblem(
                    CsvMapping.PERIOD,
                    "is neither a period such as " + asked.label()
                            + " nor a day; correct it, or set reconcile.dates to how days are written.");
            return false;
        }
    }

    private static boolean isNamed(CsvRow row, String key, Map<Measure, BigDecimal> figures) {
        String name = row.text(key);
        if (name.isEmpty() && !figures.isEmpty()) {
            row.addProblem(key, "is empty; fill it in, or remove the row if it is a total.");
        } else if (name.length() > LONGEST_NAME) {
            row.addProblem(key, "has more than " + LONGEST_NAME + " characters; shorten it.");
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }
}
