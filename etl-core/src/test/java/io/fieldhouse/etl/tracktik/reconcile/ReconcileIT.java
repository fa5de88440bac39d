package io.fieldhouse.etl.tracktik.reconcile;

import static io.fieldhouse.etl.tracktik.reconcile.Measure.BILL_AMOUNT;
import static io.fieldhouse.etl.tracktik.reconcile.Measure.WORKED_HOURS;
import static io.fieldhouse.etl.tracktik.reconcile.TrialReconciliation.csv;
import static io.fieldhouse.etl.tracktik.reconcile.TrialReconciliation.unmatched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReconcileIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final long NORTH = 10;
    private static final long HAWAII = 20;

    private final BilledSites sites = new BilledSites(warehouse.sql());
    private final TrialReconciliation trial = new TrialReconciliation(warehouse);

    @BeforeEach
    void invent() {
        sites.clear();
        sites.region(NORTH, "NCA", "N California");
        sites.region(HAWAII, "1029", "Hawaii");
        sites.site(101, "K-101", "Lobby", NORTH);
        sites.site(102, "K-102", "Garage", NORTH);
        sites.site(201, "K-201", "Pier", HAWAII);
    }

    @Test
    void everyOutcomeIsFound() {
        sites.billed(NORTH, 101L, "8", "100");
        sites.billed(NORTH, 102L, "5", null);
        Reconciliation made = trial.reconcile("K-101,8.01,99\nK-999,3,\n", NORTH);

        assertThat(unmatched(made))
                .containsExactly(
                        "101 bill amount difference 100 99",
                        "102 worked hours only here 5 null",
                        "K-999 worked hours only there null 3 no such site");
        assertThat(made.counts()).isEqualTo(new Reconciliation.Counts(1, 1, 1, 1));
        assertThat(made.isClean()).isFalse();
    }

    @Test
    void sumsOfAllPositionsAreComparedWithSumsOfAllRows() {
        sites.billed(NORTH, 101L, 1, Map.of(WORKED_HOURS, new BigDecimal("7.5")));
        sites.billed(NORTH, 101L, 2, Map.of(WORKED_HOURS, new BigDecimal("0.25")));
        sites.billed(NORTH, 101L, 3, Map.of(BILL_AMOUNT, new BigDecimal("10")));
        sites.billed(202511, NORTH, 101L, 1, Map.of(WORKED_HOURS, new BigDecimal("1000")));
        Reconciliation made = trial.reconcile("K-101,4,4\n k-101 ,3.75,\nK-101,,6\n", NORTH);

        assertThat(made.isClean()).isTrue();
        assertThat(made.counts().matches()).isEqualTo(2);
        assertThat(made.rows()).isEqualTo(new Reconciliation.Rows(3, 0, 0));
    }

    @Test
    void emptyFigureMatchesZeroAndNothingElse() {
        sites.billed(NORTH, 101L, null, "0");
        sites.billed(NORTH, 102L, null, "7");
        assertThat(trial.reconcile("K-101,0,\nK-102,2,\n", NORTH).counts())
                .as("0 against nothing twice, 2 against nothing, nothing against 7")
                .isEqualTo(new Reconciliation.Counts(2, 0, 1, 1));
    }

    @Test
    void whatBothLeaveEmptyIsNotCompared() {
        sites.billed(NORTH, 101L, "1", null);
        assertThat(trial.reconcile("K-101,1,\n", NORTH).counts()).isEqualTo(new Reconciliation.Counts(1, 0, 0, 0));
    }

    @Test
    void siteThatIsNotThereAtAllIsOnlyHereEvenWithZero() {
        sites.billed(NORTH, 101L, "0", null);
        assertThat(unmatched(trial.reconcile("K-102,0,\n", NORTH)))
                .containsExactly("102 worked hours only there null 0", "101 worked hours only here 0 null");
    }

    @Test
    void figuresWithoutASiteAreOnlyHere() {
        sites.billed(NORTH, null, "3", null);
        assertThat(unmatched(trial.reconcile("", NORTH))).containsExactly("null worked hours only here 3 null");
    }

    @Test
    void toleranceIsIncluded() {
        sites.billed(NORTH, 101L, "10", "1000");
        trial.with("0.5", "2", "0");
        assertThat(trial.reconcile("K-101,10.5,998\n", NORTH).isClean()).isTrue();
        assertThat(trial.reconcile("K-101,10.501,997.99\n", NORTH).counts().differences())
                .isEqualTo(2);
        trial.with("0", "0", "0.05");
        assertThat(trial.reconcile("K-101,9.5,950\n", NORTH).isClean()).isTrue();
        assertThat(trial.reconcile("K-101,10.52,1052.6\n", NORTH).isClean())
                .as("a share of the greater")
                .isTrue();
        assertThat(trial.reconcile("K-101,9.49,1052.7\n", NORTH).counts().differences())
                .isEqualTo(2);
    }

    @Test
    void nothingIsStoredWhereTheFileIsWrong() {
        sites.billed(NORTH, 101L, "8", null);
        assertThatThrownBy(() -> trial.reconcile("K-101,8,\n".repeat(6000) + "K-101,eight,\n", NORTH))
                .isInstanceOf(Refusal.class)
                .hasMessage("sites.csv cannot be compared, and nothing was stored. One problem:\n"
                        + "- line 6002: Hours is not a number; correct it, or leave it empty.");
        assertThat(stored("reconciliations")).isZero();
    }

    @Test
    void manyRowsAreAllCompared() {
        sites.billed(NORTH, 101L, "12000", null);
        assertThat(trial.reconcile("K-101,1,\n".repeat(12_000), NORTH).isClean())
                .isTrue();
    }

    @Test
    void whatWasFoundIsStoredAndReadBack() {
        trial.with("period", "Day");
        sites.billed(NORTH, 101L, "8", "100");
        String rows = "K-101,8,90,,2025-06-12\nK-101,1,1,,2025-06-13\n";
        Reconciliation made = trial.reconcile(rows, NORTH);

        assertThat(made.period()).isEqualTo("2025-P12");
        assertThat(made.regionIds()).containsExactly(NORTH);
        assertThat(made.madeAt()).isEqualTo(TrialReconciliation.NOW);
        assertThat(made.worker()).isEqualTo("an operator");
        assertThat(made.fileName()).isEqualTo("sites.csv");
        assertThat(made.fileSha256())
                .isEqualTo(ByteString.of(csv(rows)).sha256().hex());
        assertThat(made.rows()).isEqualTo(new Reconciliation.Rows(1, 1, 0));
        assertThat(trial.reconciler().stored(made.id())).isEqualTo(made);
        assertThat(warehouse.sql().fetchValue("SELECT mapping::text FROM tracktik.reconciliations"))
                .isEqualTo("{\"site\": \"Site\", \"period\": \"Day\", \"decimal\": \"point\", \"site-by\": \"code\","
                        + " \"bill-amount\": \"Billed\", \"worked-hours\": \"Hours\"}");
        assertThat(stored("reconciliation_rows")).as("matches included").isEqualTo(2);
        assertThatThrownBy(() -> trial.reconciler().stored(made.id() + 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void greatestDifferencesAreListedAndTheRestCounted() {
        warehouse.sql().execute("""
                        INSERT INTO tracktik.fact_billing (period_id, region_id, region_key, client_id, shift_count, worked_hours)
                        SELECT 202512, 10, 1, n, 1, n FROM generate_series(1001, 2500) n""");
        Reconciliation made = trial.reconcile("K-101,5000,\n", NORTH);

        assertThat(made.counts()).isEqualTo(new Reconciliation.Counts(0, 0, 1500, 1));
        assertThat(made.unmatched()).hasSize(1000);
        assertThat(made.unmatched().get(0).clientId()).isEqualTo(101);
        assertThat(made.unmatched().get(1).here()).isEqualByComparingTo("2500");
        assertThat(made.toString()).contains("and 501 more");
    }

    @Test
    void everythingUnknownInARequestIsNamedAtOnce() {
        CsvMapping columns = trial.request(NORTH).mapping();
        assertThatThrownBy(() -> trial.reconciler()
                        .reconcile(
                                ReconcileRequest.of(
                                        PeriodCalendar.weeks(LocalDate.of(2025, 5, 30))
                                                .labelled("2025-W12"),
                                        Set.of(NORTH, 77L, 78L),
                                        columns,
                                        "test"),
                                "sites.csv",
                                new ByteArrayInputStream(csv(""))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("3 problems")
                .hasMessageContaining("period 202512 is 2025-05-30 to 2025-06-12, not ")
                .hasMessageContaining("No region has the id 77;")
                .hasMessageContaining("No region has the id 78;");
        assertThatThrownBy(() -> trial.reconciler()
                        .reconcile(
                                ReconcileRequest.of(
                                        PeriodCalendar.months().labelled("2031-M01"), Set.of(NORTH), columns, "test"),
                                "sites.csv",
                                new ByteArrayInputStream(csv(""))))
                .hasMessageContaining("2031-M01 has not been loaded");
    }

    @Test
    void nothingToCompareIsNotClean() {
        Reconciliation made = trial.reconcile("", NORTH);

        assertThat(made.counts()).isEqualTo(new Reconciliation.Counts(0, 0, 0, 0));
        assertThat(made.isClean()).isFalse();
        assertThat(made.toString()).contains("No figure was compared: neither the list nor the warehouse has one");
    }

    @Test
    void filesAreReadByTheirPath(@TempDir Path folder) throws IOException {
        sites.billed(NORTH, 101L, "8", null);
        Path file = folder.resolve("owner.csv");
        ReconcileRequest request = trial.with("decimal", "comma").request(NORTH);
        assertThatThrownBy(() -> trial.reconciler().reconcile(request, file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no file");
        Files.writeString(file, "\ufeffBilled;SITE;hours\r\n;K-101;8,0\r\n", StandardCharsets.UTF_16LE);
        Reconciliation made = trial.reconciler().reconcile(request, file);

        assertThat(made.isClean()).isTrue();
        assertThat(made.fileName()).isEqualTo("owner.csv");
    }

    @Test
    void refusalOfTheDatabaseIsALoadException() {
        assertThatThrownBy(() -> new Reconciler(
                                new Database(warehouse.dataSourceAs(WarehouseRoles.READER)), Clock.systemUTC())
                        .reconcile(trial.request(NORTH), "sites.csv", new ByteArrayInputStream(csv("K-101,8,\n"))))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith(
                        "Reconciling 2025-P12 failed: the database says 42501 (the login lacks a right;")
                .extracting(e -> ((LoadException) e).kind())
                .isEqualTo(LoadException.Kind.PERMANENT);
    }

    @Test
    void streamThatBreaksIsNoMistakeOfTheFile() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> trial.reconciler().reconcile(trial.request(NORTH), "sites.csv", broken))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void streamThatStallsHoldsNoTransaction() {
        InputStream stalling = new FilterInputStream(new ByteArrayInputStream(csv("K-101,8,\n"))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                for (int i = 0; i < 1000 && transactions() > 0; i++) {
                    Thread.onSpinWait();
                }
                return super.read(bytes, offset, length);
            }
        };
        assertThatThrownBy(() -> new Reconciler(
                                new Database(warehouse.dataSourceAs(WarehouseRoles.LOADER)),
                                Clock.systemUTC(),
                                Duration.ofMillis(100))
                        .reconcile(trial.request(NORTH), "sites.csv", stalling))
                .isInstanceOf(LoadException.class)
                .extracting(e -> ((LoadException) e).kind())
                .isEqualTo(LoadException.Kind.TRANSIENT);
    }

    private static int transactions() {
        return warehouse
                .sql()
                .fetchCount(
                        DSL.table("pg_stat_activity"),
                        DSL.condition("datname = current_database() AND state = 'idle in transaction'"));
    }

    private static long stored(String table) {
        return warehouse.sql().fetchCount(DSL.table("tracktik." + table));
    }
}
