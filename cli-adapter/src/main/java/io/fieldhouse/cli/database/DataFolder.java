package io.fieldhouse.cli.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an embedded PostgreSQL keeps what it needs; nobody else may look into it. */
record DataFolder(Path folder) {
    /** The folder as it is, if it is there. */
    static DataFolder of(Path home) {
        return new DataFolder(home.resolve("postgres"));
    }

    /** The folder, made where it is not there yet. */
    static DataFolder in(Path home) {
        Path folder = of(home).folder();
        try {
            Files.createDirectories(home);
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.isWritable(folder)) {
                throw noRights(home, null);
            }
        } catch (IOException e) {
            throw noRights(home, e);
        }
        return new DataFolder(folder);
    }

    private static DatabaseException noRights(Path home, @Nullable IOException cause) {
        return new DatabaseException(
                "The data folder " + home + " cannot be written: give yourself the right to, or choose another one with"
                        + " --home.",
                cause);
    }

    Path cluster() {
        return folder.resolve("data");
    }

    private void deleteCluster() throws IOException {
        if (Files.exists(cluster())) {
            try (Stream<Path> paths = Files.walk(cluster())) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    Path binaries() {
        return folder.resolve("server");
    }

    /** What the server's own tools said when it was made or started. */
    Path log() {
        return folder.resolve("start.log");
    }

    /** What the server itself says. */
    Path serverLog() {
        return cluster().resolve("log/postgresql.log");
    }

    Path lock(String name) {
        return folder.resolve(name + ".lock");
    }

    /** The port of last time, so that what people have connected finds it again; another one where somebody has taken it. */
    int port() throws IOException {
        Path file = folder.resolve("port");
        String last = Files.exists(file) ? Files.readString(file).strip() : "";
        int port = free(last.matches("\\d{1,5}") ? Integer.parseInt(last) : 0).orElseGet(() -> free(0).orElseThrow());
        Files.writeString(file, port + "\n");
        return port;
    }

    private static OptionalInt free(int wanted) {
        try (ServerSocket socket =
                new ServerSocket(wanted > 65_535 ? 0 : wanted, 1, InetAddress.getLoopbackAddress())) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** In the form that psql and the driver read. */
    Path passwords() {
        return folder.resolve("pgpass");
    }

    /** Whether there is a server that was made to its end. */
    boolean isMade() {
        return Files.exists(passwords());
    }

    String password() throws IOException {
        String line = Files.readString(passwords()).strip();
        return line.substring(line.lastIndexOf(':') + 1);
    }

    /** Refuses to make a server where there is one that nobody knows the password of. */
    void requireNothingInIt() {
        if (Files.exists(cluster()) && !Files.exists(making())) {
            throw new DatabaseException(
                    "The password of the embedded PostgreSQL is gone: restore " + passwords()
                            + " from a backup. To start with an empty warehouse, move " + cluster() + " away.",
                    null);
        }
    }

    /**
     * Makes room for a server, and keeps the password that it is made with.
     *
     * @return a file with nothing but the password; as long as it is there, nothing of anybody's is in the server
     */
    Path beginMaking(String password) throws IOException {
        writePrivately(making(), password + "\n");
        deleteCluster();
        return making();
    }

    /** From here on the server is never deleted. */
    void endMaking(String password) throws IOException {
        Path draft = folder.resolve("pgpass.new");
        writePrivately(draft, "*:*:*:" + EmbeddedServer.USER + ":" + password + "\n");
        Files.move(draft, passwords());
        forgetMaking();
    }

    void forgetMaking() throws IOException {
        Files.deleteIfExists(making());
    }

    private Path making() {
        return folder.resolve("making");
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** The server that says it runs here: its process and its port. It may have crashed. */
    Optional<Running> running() throws IOException {
        return noted().filter(one ->
                ProcessHandle.of(one.pid()).filter(DataFolder::isServer).isPresent());
    }

    /** A server that crashed may leave a number that is another process's by now, and none would start beside that. */
    void forgetCrashed() throws IOException {
        Optional<ProcessHandle> process = noted().flatMap(one -> ProcessHandle.of(one.pid()));
        if (process.isPresent() && !isServer(process.get())) {
            Files.deleteIfExists(pidFile());
        }
    }

    private static boolean isServer(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(name -> name.endsWith("postgres"))
                        .orElse(true);
    }

    private Optional<Running> noted() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.size() < 4
                || !lines.get(0).strip().matches("\\d{1,9}")
                || !lines.get(3).strip().matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new Running(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip())));
    }

    private Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    /** Somebody's server. */
    record Running(long pid, int port) {}
}
