package io.fieldhouse.cli.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The embedded PostgreSQL of a data folder. Whoever comes first starts it, others join it, and whoever leaves last stops it;
 * what a crashed process left running is joined by the next one.
 */
public final class EmbeddedServer implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "fieldhouse";
    private static final int STOP_SECONDS = 60;
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final int PASSWORD_BYTES = 32;

    private final DataFolder folder;
    private final FileChannel users;
    private final FileLock use;
    private final Server server;
    private final Consumer<String> progress;

    private EmbeddedServer(
            DataFolder folder, FileChannel users, FileLock use, Server server, Consumer<String> progress) {
        this.folder = folder;
        this.users = users;
        this.use = use;
        this.server = server;
        this.progress = progress;
    }

    /**
     * A server that answers.
     *
     * @param started what started it, if that was here
     */
    private record Server(
            PGSimpleDataSource database, @Nullable EmbeddedPostgres started) {}

    /**
     * Joins the server of a folder, and starts it first where nobody has.
     *
     * @param progress hears what takes its time
     */
    public static EmbeddedServer join(Path home, Consumer<String> progress) {
        DataFolder folder = DataFolder.in(home);
        try (FileChannel turns = open(folder.lock("start"))) {
            turns.lock();
            FileChannel users = open(folder.lock("users"));
            try {
                // Held for as long as this process lives, whatever becomes of it.
                FileLock use = users.lock(0, Long.MAX_VALUE, true);
                return new EmbeddedServer(folder, users, use, connect(folder, progress), progress);
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        } catch (IOException e) {
            throw notStarted(folder, e);
        }
    }

    /** Whether a folder has a server already, running or not. */
    public static boolean isIn(Path home) {
        return Files.exists(DataFolder.of(home).cluster());
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Server connect(DataFolder folder, Consumer<String> progress) throws IOException {
        if (!folder.isMade()) {
            progress.accept("Making an embedded PostgreSQL in " + folder.cluster() + ", for the warehouse");
            return made(folder);
        }
        folder.forgetMaking();
        Optional<DataFolder.Running> running = folder.running();
        if (running.isPresent()) {
            PGSimpleDataSource joined = at(running.get().port(), DATABASE, folder.password());
            if (answers(joined, folder, progress)) {
                return new Server(joined, null);
            }
        }
        progress.accept("Starting the embedded PostgreSQL");
        folder.forgetCrashed();
        return start(folder, folder.password(), Map.of());
    }

    /** It never lets anybody in without the password: other people may be on this machine. */
    private static Server made(DataFolder folder) throws IOException {
        folder.requireNothingInIt();
        // Whoever was making it came to an early end.
        interrupt(folder);
        byte[] chance = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(chance);
        String password = HexFormat.of().formatHex(chance);
        Path passwordFile = folder.beginMaking(password);
        Server made = start(folder, password, Map.of("auth", "scram-sha-256", "pwfile", passwordFile.toString()));
        folder.endMaking(password);
        return made;
    }

    private static Server start(DataFolder folder, String password, Map<String, String> making) throws IOException {
        try {
            return started(folder, password, making);
        } catch (DatabaseException e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            throw notStarted(folder, e);
        }
    }

    /** Waits for a server that is recovering or stopping; a number that another process has taken is none. */
    private static boolean answers(PGSimpleDataSource database, DataFolder folder, Consumer<String> progress)
            throws IOException {
        boolean waited = false;
        while (folder.running().isPresent()) {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(1);
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState())) {
                    return false;
                }
            }
            if (!waited) {
                progress.accept("Waiting for the embedded PostgreSQL to recover, or to stop");
                waited = true;
            }
            pause();
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            if (new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The pause ended early");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the database");
        }
    }

    private static Server started(DataFolder folder, String password, Map<String, String> making)
            throws IOException, SQLException {
        EmbeddedPostgres started = ServerStart.of(folder, password, making);
        try {
            createDatabase(at(started.getPort(), USER, password));
            return new Server(at(started.getPort(), DATABASE, password), started);
        } catch (SQLException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static void createDatabase(PGSimpleDataSource administration) throws SQLException {
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            boolean isThere;
            try (ResultSet row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                isThere = row.next();
            }
            if (!isThere) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static PGSimpleDataSource at(int port, String database, String password) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"localhost"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName(database);
        server.setUser(USER);
        server.setPassword(password);
        return server;
    }

    private static DatabaseException notStarted(DataFolder folder, @Nullable Exception cause) {
        return new DatabaseException(
                "The embedded PostgreSQL did not start: " + new ServerLog(folder).lastWords() + "See " + folder.log()
                        + " and, if it is there, " + folder.serverLog() + ". With warehouse.url you can use a server"
                        + " of your own.",
                cause);
    }

    /**
     * Works. Where the server ends meanwhile, such as for want of room on its disk, nobody waits for it: the thread is
     * interrupted, and fails with what the server said last.
     */
    public <T> T during(Supplier<T> work) throws IOException {
        Optional<ProcessHandle> process = folder.running().flatMap(running -> ProcessHandle.of(running.pid()));
        ServerWatch watch = ServerWatch.over(process);
        try (watch) {
            T result = work.get();
            if (!watch.hasEnded()) {
                return result;
            }
        } catch (RuntimeException e) {
            if (!watch.hasEnded()) {
                throw e;
            }
        }
        throw new DatabaseException(
                "The embedded PostgreSQL has ended: " + new ServerLog(folder).lastWords()
                        + "Fix the cause, then run the same command again. Loaded data is kept.",
                null);
    }

    /** The database in it. */
    public PGSimpleDataSource database() {
        return server.database();
    }

    /** A file with the password, in the form that psql reads. */
    public Path passwords() {
        return folder.passwords();
    }

    /** Leaves; who is last stops the server. What was done with it does not fail where it does not stop. */
    @Override
    public void close() {
        try (FileChannel turns = open(folder.lock("start"));
                FileChannel leaving = users) {
            turns.lock();
            use.release();
            FileLock last = leaving.tryLock();
            if (last != null) {
                stop();
            }
        } catch (IOException e) {
            progress.accept(
                    "The embedded PostgreSQL was not stopped (" + e.getMessage() + "): it runs on, and does no harm.");
        }
    }

    private void stop() throws IOException {
        if (server.started() != null) {
            server.started().close();
        } else {
            interrupt(folder);
        }
    }

    /** An interrupt is what makes it stop at once, and cleanly: whoever else is connected is cut off. */
    private static void interrupt(DataFolder folder) throws IOException {
        Optional<DataFolder.Running> running = folder.running();
        if (running.isEmpty()) {
            return;
        }
        long pid = running.get().pid();
        CompletableFuture<?> end = ProcessHandle.of(pid)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(pid));
        // The shell's own: not every machine has the program.
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", String.valueOf(pid)).start();
        try {
            end.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("It did not stop in time", e);
        }
    }
}
