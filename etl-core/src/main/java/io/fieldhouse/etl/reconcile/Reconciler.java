package io.fieldhouse.etl.reconcile;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.CURRENT_REGIONS;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.WarehousePeriods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Compares the hours and amounts of a billing period in {@code tracktik.fact_billing} with a CSV of the owner's, site by
 * site, and stores what comes of it in {@code etl.reconciliations} and {@code etl.reconciliation_rows}. As thread-safe as
 * its data source.
 */
public final class Reconciler {
    private static final int LISTED = 1000;
    private static final Duration LONGEST_STALL = Duration.ofMinutes(5);

    private final DataSource warehouse;
    private final Clock clock;
    private final Duration longestStall;

    /** Compares what is in a warehouse, as a member of the loader role. */
    public Reconciler(DataSource warehouse, Clock clock) {
        this(warehouse, clock, LONGEST_STALL);
    }

    /**
     * The same.
     *
     * @param longestStall how long a stream may send nothing before its transaction is given up
     */
    Reconciler(DataSource warehouse, Clock clock, Duration longestStall) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.longestStall = longestStall;
    }

    /**
     * Compares a period with a file.
     *
     * @throws IllegalArgumentException that lists all that is wrong with the file or the request; nothing is stored then
     * @throws UncheckedIOException if the file cannot be read
     * @throws LoadException if the database refuses
     */
    public Reconciliation reconcile(ReconcileRequest request, Path csv) {
        // A named pipe is as good as a file.
        if (!Files.exists(csv) || Files.isDirectory(csv)) {
            throw new IllegalArgumentException("There is no file " + csv + ": correct its path.");
        }
        try (InputStream in = Files.newInputStream(csv)) {
            return reconcile(request, String.valueOf(csv.getFileName()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a period with a stream, which is read to its end and left open.
     *
     * @param name what it is stored as
     * @throws IllegalArgumentException that lists all that is wrong with the CSV or the request; nothing is stored then
     * @throws UncheckedIOException if the stream cannot be read
     * @throws LoadException if the database refuses
     */
    public Reconciliation reconcile(ReconcileRequest request, String name, InputStream csv) {
        return inTransaction("Reconciling " + request.period().label(), sql -> {
            // All of it is as of one moment, whatever is loaded meanwhile.
            sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            // It would keep the dead rows of all tables for as long as somebody's pipe stalls.
            sql.execute(
                    "SELECT set_config('idle_in_transaction_session_timeout', ?, true)",
                    String.valueOf(longestStall.toMillis()));
            requireKnown(sql, request);
            Comparison comparison = new Comparison(sql, request);
            DigestInputStream digested = new DigestInputStream(csv, sha256());
            Problems problems = new Problems();
            CsvFigures figures = new CsvFigures(request, problems);
            try {
                figures.read(digested, comparison::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            problems.throwIfAny(name + " cannot be compared, and nothing was stored.");
            StoredReconciliations stored = new StoredReconciliations(sql);
            String checksum =
                    HexFormat.of().formatHex(digested.getMessageDigest().digest());
            long id = stored.add(request, clock.instant(), name, checksum);
            comparison.store(id, figures.otherPeriods());
            return stored.get(id, LISTED);
        });
    }

    /**
     * Reads back what an earlier comparison found.
     *
     * @throws IllegalArgumentException if there is none of that number
     * @throws LoadException if the database refuses
     */
    public Reconciliation stored(long id) {
        return inTransaction("Reading reconciliation " + id, sql -> new StoredReconciliations(sql).get(id, LISTED));
    }

    private <T> T inTransaction(String attempt, Function<DSLContext, T> work) {
        // jOOQ would log statements with their values.
        DSLContext all = DSL.using(warehouse, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
        try {
            return all.transactionResult(transaction -> work.apply(transaction.dsl()));
        } catch (DataAccessException e) {
            SQLException refusal = e.getCause(SQLException.class);
            throw refusal == null ? e : LoadException.of(attempt, refusal);
        }
    }

    private static void requireKnown(DSLContext sql, ReconcileRequest request) {
        Problems problems = new Problems();
        Period period = request.period();
        WarehousePeriods known = sql.connectionResult(WarehousePeriods::of);
        known.problem(period)
                .or(() -> known.has(period)
                        ? Optional.empty()
                        : Optional.of("The period " + period.label() + " has not been loaded; load it first."))
                .ifPresent(problems::add);
        Set<Long> unknown = new TreeSet<>(request.regions());
        unknown.removeAll(sql.select(CURRENT_REGIONS.REGION_ID)
                .from(CURRENT_REGIONS)
                .where(CURRENT_REGIONS.REGION_ID.in(request.regions()))
                .fetchSet(CURRENT_REGIONS.REGION_ID));
        for (long region : unknown) {
            problems.add("No region has the id " + region + "; tracktik.current_regions lists those that there are.");
        }
        problems.throwIfAny("Nothing was compared.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
