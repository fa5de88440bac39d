package io.fieldhouse.cli.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Secrets that are nowhere are asked for, where there is somebody to ask. */
class SecretsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    /** Somebody who knows some secrets. */
    private static final class Somebody implements Prompt {
        private final Map<String, String> secrets;
        private final List<String> asked = new ArrayList<>();

        Somebody(Map<String, String> secrets) {
            this.secrets = secrets;
        }

        @Override
        public @Nullable String secret(String name) {
            asked.add(name);
            return secrets.get(name);
        }
    }

    private static final Map<String, String> LOGIN =
            Map.of("tracktik.client-secret", "sandbox-secret", "tracktik.password", "sandbox-password");

    private static Typed withoutSecrets(Path home, TrackTikSandbox tracktik) {
        return Typed.at(home)
                .with("FIELDHOUSE_TRACKTIK_URL", tracktik.apiUrl().toString())
                .with("FIELDHOUSE_TRACKTIK_CLIENT_ID", tracktik.credentials().clientId())
                .with("FIELDHOUSE_TRACKTIK_USERNAME", tracktik.credentials().username());
    }

    @Test
    void secretsOfTrackTikAreAskedForAndNotShown(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Somebody somebody = new Somebody(LOGIN);
            Answer answer = withoutSecrets(home, tracktik).asking(somebody).run("tracktik", "regions");

            assertThat(answer.err()).isEmpty();
            assertThat(answer.out()).contains("KAISER has 8 sub-regions.").doesNotContain("sandbox-");
            assertThat(somebody.asked).containsExactly("tracktik.client-secret", "tracktik.password");
        }
    }

    @Test
    void onlyTheSecretThatIsMissingIsAskedFor(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Somebody somebody = new Somebody(LOGIN);
            Answer answer = withoutSecrets(home, tracktik)
                    .with("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", "sandbox-secret")
                    .asking(somebody)
                    .run("tracktik", "regions");

            assertThat(answer.exitCode()).isZero();
            assertThat(somebody.asked).containsExactly("tracktik.password");
        }
    }

    @Test
    void machinesAndQuietOnesAreNotAsked(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Somebody somebody = new Somebody(LOGIN);
            Typed asking = withoutSecrets(home, tracktik).asking(somebody);

            assertThat(asking.run("tracktik", "regions", "--json").exitCode()).isEqualTo(78);
            assertThat(asking.run("tracktik", "regions", "--quiet").exitCode()).isEqualTo(78);
            assertThat(somebody.asked).isEmpty();
        }
    }

    @Test
    void whoRedirectsTheOutputIsToldWhyNobodyAsks(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Answer answer = withoutSecrets(home, tracktik).run("tracktik", "regions");

            assertThat(answer.exitCode()).isEqualTo(78);
            assertThat(answer.err())
                    .contains("tracktik.password is not configured")
                    .contains("Without a terminal, the command cannot prompt for it");
        }
    }

    @Test
    void nobodyIsAskedWhereMoreIsMissingThanSecrets(@TempDir Path home) {
        Somebody somebody = new Somebody(LOGIN);
        Answer answer = Typed.at(home).asking(somebody).run("tracktik", "regions");

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.err()).contains("tracktik.url is not configured", "tracktik.password is not configured");
        assertThat(somebody.asked).isEmpty();
    }

    @Test
    void whoGivesNoAnswerIsToldWhereToPutIt(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Somebody silent = new Somebody(Map.of("tracktik.client-secret", "", "tracktik.password", "x"));
            Answer answer = withoutSecrets(home, tracktik).asking(silent).run("tracktik", "regions");

            assertThat(answer.exitCode()).isEqualTo(78);
            assertThat(answer.err())
                    .contains("tracktik.client-secret is not configured")
                    .doesNotContain("tracktik.password is not");
        }
    }

    @Test
    void nobodyIsAskedWithoutInput(@TempDir Path home) {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Somebody somebody = new Somebody(LOGIN);
            Answer answer = withoutSecrets(home, tracktik).asking(somebody).run("tracktik", "regions", "--no-input");

            assertThat(answer.exitCode()).isEqualTo(78);
            assertThat(answer.err())
                    .contains("tracktik.password is not configured", "Set FIELDHOUSE_TRACKTIK_PASSWORD, or name a file")
                    .doesNotContain("cannot prompt for it");
            assertThat(somebody.asked).isEmpty();
        }
    }

    @Test
    void noSecretIsLogged(@TempDir Path home) throws IOException {
        try (TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small())) {
            Typed login = withoutSecrets(home, tracktik)
                    .on(warehouse.database())
                    .with("FIELDHOUSE_TRACKTIK_CLIENT_SECRET", "sandbox-secret");
            Typed right = login.with("FIELDHOUSE_TRACKTIK_PASSWORD", "sandbox-password");
            Typed wrong = login.with("FIELDHOUSE_TRACKTIK_PASSWORD", "secret-word");
            tracktik.faults().next(2, Fault.badGateway());
            Answer retried = right.run("doctor", "--verbose");
            Answer refused = wrong.run("tracktik", "load", "last", "--verbose");
            Answer unreachable = right.with(
                            "FIELDHOUSE_WAREHOUSE_URL",
                            "jdbc:postgresql://localhost:1/db?user=somebody&password=secret-word")
                    .run("status", "--verbose");

            assertThat(refused.exitCode()).isEqualTo(77);
            assertThat(unreachable.exitCode()).isEqualTo(69);
            assertThat(retried.err()
                            + refused.err()
                            + unreachable.err()
                            + Files.readString(home.resolve("logs/fieldhouse.log")))
                    .contains(": trying again in ", "TrackTikException", "WarehouseException")
                    .doesNotContain("sandbox-secret", "sandbox-password", "secret-word");
        }
    }

    @Test
    void passwordOfTheWarehouseIsAskedForOnlyWhereTheServerWantsOne(@TempDir Path home) {
        PGSimpleDataSource mine = warehouse.database();
        String login = "asked_" + mine.getDatabaseName();
        warehouse
                .server()
                .administrate("CREATE ROLE " + login + " LOGIN PASSWORD 'invented' IN ROLE fieldhouse_loader");
        try {
            warehouse.server().requirePassword(login);
            Somebody somebody = new Somebody(Map.of("warehouse.password", "invented"));
            Typed asking = Typed.at(home)
                    .with(
                            "FIELDHOUSE_WAREHOUSE_URL",
                            "jdbc:postgresql://" + mine.getServerNames()[0] + ":" + mine.getPortNumbers()[0] + "/"
                                    + mine.getDatabaseName())
                    .asking(somebody);

            assertThat(asking.with("FIELDHOUSE_WAREHOUSE_USER", login)
                            .run("status")
                            .exitCode())
                    .isZero();
            assertThat(somebody.asked).containsExactly("warehouse.password");

            assertThat(asking.asking(null)
                            .with("FIELDHOUSE_WAREHOUSE_USER", login)
                            .run("status")
                            .err())
                    .startsWith(
                            "warehouse.password is not configured. Without a terminal, the command cannot prompt for it");

            somebody.asked.clear();
            Answer withoutInput =
                    asking.with("FIELDHOUSE_WAREHOUSE_USER", login).run("status", "--no-input");
            assertThat(withoutInput.exitCode()).isEqualTo(78);
            assertThat(withoutInput.err())
                    .startsWith("warehouse.password is not configured")
                    .contains("FIELDHOUSE_WAREHOUSE_PASSWORD");
            assertThat(asking.with("FIELDHOUSE_WAREHOUSE_USER", login)
                            .run("status", "--json")
                            .exitCode())
                    .isEqualTo(77);
            assertThat(asking.on(warehouse.database()).run("status").exitCode()).isZero();
            assertThat(somebody.asked).isEmpty();
        } finally {
            warehouse.server().administrate("DROP OWNED BY " + login);
            warehouse.server().administrate("DROP ROLE " + login);
        }
    }
}
