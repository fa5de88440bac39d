package io.fieldhouse.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.cli.CommandProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedServerIT {
    @TempDir
    static Path home;

    private final List<String> progress = new ArrayList<>();

    private EmbeddedServer join() {
        return EmbeddedServer.join(home, progress::add);
    }

    /** A test that fails leaves no server behind. */
    @AfterEach
    void stop() {
        join().close();
        assertThat(pidFile()).doesNotExist();
    }

    private static Path pidFile() {
        return home.resolve("postgres/data/postmaster.pid");
    }

    private static long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }

    private static String ask(PGSimpleDataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(PGSimpleDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatIsInItLastsAndTheServerStopsWithTheLastUser() throws Exception {
        try (EmbeddedServer first = join()) {
            run(first.database(), "CREATE TABLE IF NOT EXISTS kept AS SELECT 'it lasts' AS word");
        }
        assertThat(pidFile()).doesNotExist();

        try (EmbeddedServer second = join()) {
            assertThat(ask(second.database(), "SELECT word FROM kept")).isEqualTo("it lasts");
        }
        assertThat(progress).last().isEqualTo("Starting the embedded PostgreSQL");
    }

    @Test
    void anotherProcessJoinsAndDoesNotStopIt() throws Exception {
        try (EmbeddedServer ours = join()) {
            long pid = serverPid();
            try (CommandProcess other = CommandProcess.start(Map.of(), "status", "--home", home.toString())) {
                assertThat(other.awaitEnd())
                        .anyMatch(line -> line.startsWith("Warehouse jdbc:postgresql://localhost:"));
                assertThat(other.exitCode()).isZero();
            }
            assertThat(serverPid()).isEqualTo(pid);
            assertThat(ask(ours.database(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void whoStartedItMayLeaveBeforeTheOthers() throws Exception {
        try (CommandProcess other = CommandProcess.start(Map.of(), "database", "--home", home.toString())) {
            other.awaitLine("Ctrl-C stops it.");
            try (EmbeddedServer ours = join()) {
                other.signal("TERM");
                other.awaitEnd();
                assertThat(other.exitCode()).isZero();
                assertThat(ask(ours.database(), "SELECT 1")).isEqualTo("1");
            }
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void serverOfAProcessThatWasKilledIsJoined() throws Exception {
        try (CommandProcess other = CommandProcess.start(Map.of(), "database", "--home", home.toString())) {
            other.awaitLine("Ctrl-C stops it.");
            long pid = serverPid();
            other.signal("KILL");
            other.awaitEnd();

            try (EmbeddedServer ours = join()) {
                assertThat(serverPid()).isEqualTo(pid);
                assertThat(ask(ours.database(), "SELECT 1")).isEqualTo("1");
            }
        }
        assertThat(progress).isEmpty();
    }

    @Test
    void serverThatWasKilledIsStartedAgain() throws Exception {
        EmbeddedServer before = join();
        run(before.database(), "CREATE TABLE IF NOT EXISTS survives AS SELECT 'a crash' AS word");
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        before.close();

        try (EmbeddedServer again = join()) {
            assertThat(ask(again.database(), "SELECT word FROM survives")).isEqualTo("a crash");
        }
    }

    @Test
    void serverThatIsStoppingIsWaitedForAndStartedAgain() throws Exception {
        try (CommandProcess first = CommandProcess.start(Map.of(), "database", "--home", home.toString())) {
            first.awaitLine("Ctrl-C stops it.");
            first.signal("KILL");
            first.awaitEnd();
        }
        EmbeddedServer ours = join();
        long pid = serverPid();
        try (CommandProcess second = holdingUp(ours, pid)) {
            second.awaitLine("Ctrl-C stops it.");
            assertThat(serverPid()).isNotEqualTo(pid);
            ours.close();
            second.signal("TERM");
            second.awaitEnd();
        }
    }

    /** A process that has seen the server wait for a connection of ours before it stops. */
    private static CommandProcess holdingUp(EmbeddedServer ours, long pid) throws Exception {
        try (Connection held = ours.database().getConnection()) {
            new ProcessBuilder("kill", "-TERM", String.valueOf(pid)).start().waitFor();
            CommandProcess second = CommandProcess.start(Map.of(), "database", "--home", home.toString());
            second.awaitLine("Waiting for the embedded PostgreSQL to recover, or to stop");
            assertThat(held.isValid(1)).isTrue();
            return second;
        }
    }

    @Test
    void numberOfACrashedServerMayBeAnotherProcessesByNow() throws Exception {
        join().close();
        Files.write(
                pidFile(),
                List.of(String.valueOf(ProcessHandle.current().pid()), "data", "1", "1", "socket", "localhost"));

        try (EmbeddedServer again = join()) {
            assertThat(ask(again.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void whoWorksWithAServerThatEndsDoesNotWaitForIt() throws Exception {
        try (EmbeddedServer server = join()) {
            ProcessHandle process = ProcessHandle.of(serverPid()).orElseThrow();
            assertThatThrownBy(() -> server.during(() -> {
                        process.destroyForcibly();
                        return interrupted();
                    }))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith("The embedded PostgreSQL has ended: ");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        try (EmbeddedServer again = join()) {
            assertThat(again.during(() -> "done")).isEqualTo("done");
        }
    }

    private static String interrupted() {
        try {
            return String.valueOf(new CountDownLatch(1).await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(60)
    void serverThatCannotStartIsNotWaitedFor() throws Exception {
        join().close();
        Path settings = home.resolve("postgres/data/postgresql.auto.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, "shared_buffers = nonsense");

        assertThatThrownBy(this::join)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The embedded PostgreSQL did not start: ")
                .hasMessageContaining("contains errors");
        Files.writeString(settings, before);
    }

    @Test
    void withoutItsPasswordWhatIsInItIsLeftAlone() throws Exception {
        try (EmbeddedServer server = join()) {
            run(server.database(), "CREATE TABLE IF NOT EXISTS left_alone AS SELECT 'all of it' AS word");
        }
        Path password = home.resolve("postgres/pgpass");
        Path aside = Files.move(password, home.resolve("aside"));
        assertThatThrownBy(this::join)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("restore " + password);

        Files.move(aside, password);
        try (EmbeddedServer server = join()) {
            assertThat(ask(server.database(), "SELECT word FROM left_alone")).isEqualTo("all of it");
        }
    }

    @Test
    void portStaysTheSameUnlessSomebodyElseHasIt() throws Exception {
        int port = portOnce();
        assertThat(portOnce()).isEqualTo(port);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(portOnce()).isNotEqualTo(taken.getLocalPort());
        }
    }

    private int portOnce() {
        try (EmbeddedServer server = join()) {
            return server.database().getPortNumbers()[0];
        }
    }

    @Test
    void damagedPortIsForgotten() throws Exception {
        portOnce();
        Files.writeString(home.resolve("postgres/port"), "");

        assertThat(portOnce()).isPositive();
    }

    @Test
    void serverThatWasNotMadeToItsEndIsMadeAnew(@TempDir Path other) throws Exception {
        Path cluster = Files.createDirectories(other.resolve("postgres/data/base"));
        Files.writeString(cluster.resolve("torn"), "half a file");
        Files.writeString(cluster.resolveSibling("postgresql.conf"), "nonsense");
        Files.writeString(other.resolve("postgres/making"), "guessed");

        try (EmbeddedServer made = EmbeddedServer.join(other, progress::add)) {
            assertThat(ask(made.database(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(cluster.resolve("torn")).doesNotExist();
        assertThat(other.resolve("postgres/making")).doesNotExist();
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (EmbeddedServer server = join()) {
            PGSimpleDataSource stranger = new PGSimpleDataSource();
            stranger.setUrl(server.database().getUrl());
            stranger.setUser(server.database().getUser());
            assertThatThrownBy(stranger::getConnection).isInstanceOf(SQLException.class);
            stranger.setPassword("guessed");
            assertThatThrownBy(stranger::getConnection)
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("28P01");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwords())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void folderThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.createFile(home.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedServer.join(file.resolve("below"), progress::add))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--home");
    }
}
