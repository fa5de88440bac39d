package io.fieldhouse.cli.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the server of a data folder, and makes it where there is none. */
final class ServerStart {
    private static final int GLANCE_MILLIS = 200;
    private static final int LET_GO_SECONDS = 10;

    private ServerStart() {}

    /**
     * A server that answers.
     *
     * @param making how to make it, where it is not there yet
     */
    static EmbeddedPostgres of(DataFolder folder, String password, Map<String, String> making) throws IOException {
        Files.deleteIfExists(folder.log());
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setPgBinaryResolver(ServerStart::binaries)
                .setDataDirectory(folder.cluster())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setRegisterShutdownHook(false)
                // After a crash it first reads what it had written.
                .setPGStartupWait(Duration.ofMinutes(10))
                .setPort(folder.port())
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // What starts it is made for tests, which need nothing to last.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql.log")
                .setServerConfig("log_rotation_age", "0")
                .setServerConfig("log_rotation_size", "10MB");
        making.forEach(server::setLocaleConfig);
        making.forEach(server::setLocaleConfig);
        server.setConnectConfig("password", password);
        return awaitStart(server, new ServerLog(folder));
    }

    /** What starts the server asks it again and again, also where it has said that it will not. */
    private static EmbeddedPostgres awaitStart(EmbeddedPostgres.Builder server, ServerLog log) throws IOException {
        CompletableFuture<EmbeddedPostgres> starting = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        starting.complete(server.start());
                    } catch (IOException | RuntimeException | Error e) {
                        starting.completeExceptionally(e);
                    }
                },
                "embedded-postgres");
        starter.setDaemon(true);
        starter.start();
        while (true) {
            try {
                return starting.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (log.saysThatItDidNotStart()) {
                    letGo(starter, starting);
                    throw new IOException("The server ended as soon as it was started", e);
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof DatabaseException known) {
                    throw known;
                }
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while the database was started");
            }
        }
    }

    private static void letGo(Thread starter, CompletableFuture<EmbeddedPostgres> starting) throws IOException {
        starter.interrupt();
        try {
            starting.get(LET_GO_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // There is nothing to let go of, or it ends with this process.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A distribution may have none on purpose, or those of another platform. */
    private static InputStream binaries(String system, String machine) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new DatabaseException(
                    "This distribution has no embedded PostgreSQL for " + system + " " + machine + ": name a server of"
                            + " your own by warehouse.url, or take the distribution that has it.",
                    e);
        }
    }
}
