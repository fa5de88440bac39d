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

    void deleteCluster() throws IOException {
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

    boolean isSecured() {
        return Files.exists(passwords());
    }

    String password() throws IOException {
        String line = Files.readString(passwords()).strip();
        return line.substring(line.lastIndexOf(':') + 1);
    }

    /** Last of what makes a server safe: as long as it is not there, the server asks for no password. */
    void keepPassword(String password) throws IOException {
        Path draft = folder.resolve("pgpass.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, "*:*:*:" + EmbeddedServer.USER + ":" + password + "\n");
        Files.move(draft, passwords());
    }

    /** The server that says it runs here: its process and its port. It may have crashed. */
    Optional<Running> running() throws IOException {
        Path file = cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4
                || !lines.get(0).strip().matches("\\d{1,9}")
                || !lines.get(3).strip().matches("\\d{1,5}")) {
            return Optional.empty();
        }
        Running running = new Running(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()));
        return Optional.of(running)
                .filter(one ->
                        ProcessHandle.of(one.pid()).map(ProcessHandle::isAlive).orElse(false));
    }

    /** Somebody's server. */
    record Running(long pid, int port) {}
}
