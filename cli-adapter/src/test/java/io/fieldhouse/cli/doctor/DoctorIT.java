package io.fieldhouse.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DoctorIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small());

    private Path home = Path.of("");
    private Typed healthy = Typed.at(home);

    @AfterAll
    static void stop() {
        tracktik.close();
    }

    @BeforeAll
    static void start() {
        warehouse
                .sql()
                .execute("INSERT INTO etl.load_units (source, feed, window_from, window_to, title)"
                        + " VALUES ('tracktik', 'shifts', '2025-05-30', '2025-06-12', '2025-P12 Hawaii')");
    }

    @BeforeEach
    void configured(@TempDir Path fresh) {
        home = fresh;
        SandboxCredentials login = tracktik.credentials();
        healthy = Typed.at(home)
                .on(warehouse.database())
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", login.clientId())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", login.clientSecret())
                .with("FIELDHOUSE_TRACKTIK_USERNAME", login.username())
                .with("FIELDHOUSE_TRACKTIK_PASSWORD", login.password());
        warehouse
                .sql()
                .execute("UPDATE etl.load_units SET state = 'pending', claimed_by = NULL, claim_expires_at = NULL");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> checks(Answer answer) throws IOException {
        Map<String, Object> data = (Map<String, Object>) answer.json().getOrDefault("data", Map.of());
        List<Map<String, Object>> checks = (List<Map<String, Object>>) data.getOrDefault("checks", List.of());
        return checks.stream().collect(Collectors.toMap(check -> (String) check.get("check"), check -> check));
    }

    private static Map<String, Object> check(Answer answer, String name) throws IOException {
        assertThat(checks(answer)).containsKey(name);
        return checks(answer).getOrDefault(name, Map.of());
    }

    @Test
    void nothingFailsWhereEverythingIsThere() throws IOException {
        Answer answer = healthy.run("doctor", "--json");

        assertThat(answer.exitCode()).isZero();
        assertThat(checks(answer).keySet())
                .containsExactlyInAnyOrder(
                        "Java",
                        "Configuration",
                        "Data folder",
                        "Warehouse",
                        "Clock",
                        "Warehouse tables",
                        "Warehouse rights",
                        "Units in progress",
                        "TrackTik settings",
                        "TrackTik login",
                        "TrackTik region");
        assertThat(checks(answer).values())
                .allSatisfy(check -> assertThat(check).containsEntry("state", "ok"));
        assertThat(check(answer, "TrackTik region")).containsEntry("says", "KAISER has 8 sub-regions.");
        assertThat(check(answer, "Warehouse").get("says")).asString().contains("PostgreSQL 1");
    }

    @Test
    void peopleReadALineForEachAndASummary() {
        Answer answer = healthy.run("doctor");

        assertThat(answer.out()).contains("ok       Warehouse: jdbc:postgresql://", "Nothing failed.");
        assertThat(answer.err()).contains("Looking at the warehouse", "Asking TrackTik");
        assertThat(healthy.run("doctor", "--quiet").out()).isEmpty();
    }

    @Test
    void everythingIsLookedAtWhateverFails() throws IOException {
        Answer answer = healthy.with(
                        "FIELDHOUSE_WAREHOUSE_URL", "jdbc:postgresql://localhost:1/db?password=secret-word")
                .with("FIELDHOUSE_TRACKTIK_REGION", "KAISR")
                .run("doctor", "--json");

        assertThat(answer.exitCode()).isEqualTo(69);
        assertThat(check(answer, "Warehouse")).containsEntry("state", "failed");
        assertThat(check(answer, "TrackTik login")).containsEntry("state", "ok");
        assertThat(check(answer, "TrackTik region")).containsEntry("state", "failed");
        assertThat(check(answer, "TrackTik region").get("says")).asString().contains("KAISER");
        assertThat(answer.out()).doesNotContain("secret-word");
    }

    @Test
    void wrongConfigurationIsSaidWithItsLinesAndTheRestWaitsForIt() throws IOException {
        Files.writeString(home.resolve("fieldhouse.yaml"), "load: {wokers: 3}");
        Answer answer = healthy.run("doctor");

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.out())
                .contains(
                        "failed   Configuration: " + home.resolve("fieldhouse.yaml") + " line 1",
                        "ok       Data folder")
                .contains("skipped  Warehouse: ", "skipped  TrackTik settings: ", "1 failed.");
    }

    @Test
    void warehouseThatIsNotMigratedIsToBeMigrated() throws IOException {
        PGSimpleDataSource empty = warehouse.server().createEmptyDatabase();
        try {
            Answer answer = healthy.on(empty).run("doctor", "--json");

            assertThat(answer.exitCode()).isEqualTo(78);
            assertThat(check(answer, "Warehouse tables"))
                    .containsEntry("state", "failed")
                    .containsEntry("advice", "fieldhouse migrate does that.");
            assertThat(checks(answer)).doesNotContainKey("Units in progress");
        } finally {
            warehouse.server().drop(empty);
        }
    }

    @Test
    void flippedSignInAViewIsFound() throws IOException {
        PGSimpleDataSource changed = warehouse.server().createWarehouse();
        try {
            DSL.using(changed, SQLDialect.POSTGRES).execute("""
                    DO $$
                    BEGIN
                        EXECUTE 'CREATE OR REPLACE VIEW tracktik.pay_against_bill AS '
                            || replace(pg_get_viewdef('tracktik.pay_against_bill'::regclass),
                                       '(sum(f.bill_amount) - sum(f.pay_amount)) AS margin_amount',
                                       '(sum(f.bill_amount) + sum(f.pay_amount)) AS margin_amount');
                    END
                    $$
                    """);

            Answer answer = healthy.on(changed).run("doctor", "--json");

            assertThat(answer.exitCode()).isEqualTo(65);
            assertThat(check(answer, "Warehouse tables")).containsEntry("state", "failed");
            assertThat(check(answer, "Warehouse tables").get("says"))
                    .asString()
                    .contains("view tracktik.pay_against_bill differs");
        } finally {
            warehouse.server().drop(changed);
        }
    }

    @Test
    void loginThatMayNotWriteIsToBeGrantedTheRight() throws IOException {
        Answer refused = healthy.on(warehouse.databaseAs("fieldhouse_reader")).run("doctor", "--json");
        Answer granted = healthy.on(warehouse.databaseAs("fieldhouse_loader")).run("doctor", "--json");

        assertThat(refused.exitCode()).isEqualTo(77);
        assertThat(check(refused, "Warehouse rights"))
                .containsEntry("state", "failed")
                .containsEntry("advice", "Have an administrator run: GRANT fieldhouse_loader TO fieldhouse_reader;");
        assertThat(granted.exitCode()).isZero();
        assertThat(check(granted, "Warehouse rights")).containsEntry("state", "ok");
    }

    @Test
    void databaseThatTakesNoChangesIsSaid() throws IOException {
        String url = warehouse.database().getUrl();
        Answer answer = healthy.with("FIELDHOUSE_WAREHOUSE_URL", url + "&options=-c%20default_transaction_read_only=on")
                .run("doctor", "--json");

        assertThat(check(answer, "Warehouse rights")).containsEntry("says", "the database takes no changes.");
        assertThat(answer.exitCode()).isEqualTo(77);
    }

    @Test
    void clocksThatDifferAreAWarningAndNoFailure() throws IOException {
        Answer ahead = healthy.by(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)))
                .run("doctor", "--json");
        Answer behind = healthy.by(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-100)))
                .run("doctor", "--json");
        Answer nearly = healthy.by(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(15)))
                .run("doctor", "--json");

        assertThat(ahead.exitCode()).isZero();
        assertThat(check(ahead, "Clock")).containsEntry("state", "warning");
        assertThat(check(ahead, "Clock").get("says"))
                .asString()
                .matches("this machine is (299|300) seconds ahead of .*");
        assertThat(check(behind, "Clock").get("says")).asString().contains(" seconds behind the database");
        assertThat(check(nearly, "Clock")).containsEntry("state", "ok");
    }

    @Test
    void unitsThatADeadLoadLeftAreAWarning() throws IOException {
        warehouse
                .sql()
                .execute("UPDATE etl.load_units SET state = 'claimed', claimed_by = 'dead',"
                        + " claim_expires_at = now() - interval '1 minute'");
        Answer left = healthy.run("doctor", "--json");
        warehouse.sql().execute("UPDATE etl.load_units SET claim_expires_at = now() + interval '1 minute'");
        Answer working = healthy.run("doctor", "--json");

        assertThat(left.exitCode()).isZero();
        assertThat(check(left, "Units in progress")).containsEntry("state", "warning");
        assertThat(check(left, "Units in progress").get("says")).asString().startsWith("1 left by a load that died");
        assertThat(check(working, "Units in progress"))
                .containsEntry("state", "ok")
                .containsEntry("says", "1, none of them left by a dead load.");
    }

    @Test
    void tracktikThatRefusesTheLoginIsAskedOnce() throws IOException {
        long before = tracktik.requests().total();
        Answer answer =
                healthy.with("FIELDHOUSE_TRACKTIK_PASSWORD", "secret-word").run("doctor", "--json");

        assertThat(answer.exitCode()).isEqualTo(77);
        assertThat(check(answer, "TrackTik login")).containsEntry("state", "failed");
        assertThat(check(answer, "TrackTik login").get("advice")).asString().contains("Correct the login");
        assertThat(answer.out()).doesNotContain("secret-word");
        assertThat(tracktik.requests().total() - before).isOne();
    }

    @Test
    void tracktikThatIsDownIsNotWaitedForLong() throws IOException {
        tracktik.faults().next(2, Fault.badGateway());
        Answer answer = healthy.run("doctor", "--json");

        assertThat(answer.exitCode()).isEqualTo(75);
        assertThat(check(answer, "TrackTik login")).containsEntry("state", "failed");
        assertThat(checks(answer)).doesNotContainKey("TrackTik region");
    }

    @Test
    void regionWithoutSubRegionsIsLoadedItself() throws IOException {
        Typed hawaii = healthy.with("FIELDHOUSE_TRACKTIK_REGION", "Hawaii");
        Answer answer = hawaii.run("doctor", "--json");

        assertThat(answer.exitCode()).isZero();
        assertThat(check(answer, "TrackTik region"))
                .containsEntry("state", "ok")
                .containsEntry("says", "Hawaii has no sub-regions; it is loaded itself.");
        assertThat(hawaii.run("tracktik", "regions").out())
                .contains("Hawaii has no sub-regions; it is loaded itself.")
                .containsPattern("(?m)^Hawaii +\\S+ +\\d+ +Pacific/Honolulu");
        assertThat(hawaii.run("tracktik", "regions", "--set", "tracktik.region=Hawai")
                        .exitCode())
                .isEqualTo(78);
    }

    @Test
    void loginThatMayMakeNoTemporaryTablesIsToBeGrantedTheRight() throws IOException {
        String database = warehouse.database().getDatabaseName();
        warehouse.server().administrate("REVOKE TEMPORARY ON DATABASE \"" + database + "\" FROM PUBLIC");
        try {
            Answer answer =
                    healthy.on(warehouse.databaseAs("fieldhouse_loader")).run("doctor", "--json");

            assertThat(answer.exitCode()).isEqualTo(77);
            assertThat(check(answer, "Warehouse rights"))
                    .containsEntry("state", "failed")
                    .containsEntry(
                            "advice",
                            "Have an administrator run: GRANT TEMPORARY ON DATABASE " + database
                                    + " TO fieldhouse_loader;");
        } finally {
            warehouse.server().administrate("GRANT TEMPORARY ON DATABASE \"" + database + "\" TO PUBLIC");
        }
    }
}
