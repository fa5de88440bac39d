package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.reconcile.Problems;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.tracktik.BillingPeriods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Compares the hours and amounts of a billing period in {@code tracktik.fact_billing} with a CSV of the owner's, site by
 * site, and stores what comes of it in {@code tracktik.reconciliations} and {@code tracktik.reconciliation_rows}. As
 * thread-safe as its database.
 */
public final class Reconciler {
    private static final Statements SQL = Statements.of(Reconciler.class);
    private static final int LISTED = 1000;
    private static final Duration LONGEST_STALL = Duration.ofMinutes(5);

    private final Database warehouse;
    private final Clock clock;
    private final Duration longestStall;

    /** Compares what is in a warehouse, as a member of the loader role. */
    public Reconciler(Database warehouse, Clock clock) {
        this(warehouse, clock, LONGEST_STALL);
    }

    /**
     * The same.
     *
     * @param longestStall how long a stream may send nothing before its transaction is given up
     */
    Reconciler(Database warehouse, Clock clock, Duration longestStall) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.longestStall = longestStall;
    }

    /**
     * Compares a period with a file.
     *
     * @throws Refusal that lists all that is wrong with the file or the request; nothing is stored then
     * @throws UncheckedIOException if the file cannot be read
     * @throws LoadException if the database refuses
     */
    public Reconciliation reconcile(ReconcileRequest request, Path csv) {
        // A named pipe is as good as a file.
        if (!Files.exists(csv) || Files.isDirectory(csv)) {
            throw new Refusal("There is no file " + csv + ": correct its path.");
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
     * @throws Refusal that lists all that is wrong with the CSV or the request; nothing is stored then
     * @throws UncheckedIOException if the stream cannot be read
     * @throws LoadException if the database refuses
     */
    public Reconciliation reconcile(ReconcileRequest request, String name, InputStream csv) {
        return warehouse.transaction("Reconciling " + request.period().label(), sql -> {
            sql.run(SQL.get("begin"));
            sql.with("longest_stall", String.valueOf(longestStall.toMillis())).texts(SQL.get("limit-stall"));
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
     * @throws Refusal if there is none of that number
     * @throws LoadException if the database refuses
     */
    public Reconciliation stored(long id) {
        return warehouse.transaction(
                "Reading reconciliation " + id, sql -> new StoredReconciliations(sql).get(id, LISTED));
    }

    private static void requireKnown(Sql sql, ReconcileRequest request) {
        Problems problems = new Problems();
        Period period = request.period();
        BillingPeriods.problem(sql, period).ifPresent(problems::add);
        for (long region : sql.with("region_ids", request.regions()).ids(SQL.get("unknown-regions"))) {
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
