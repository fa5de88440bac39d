package io.fieldhouse.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final int LINES = 400;

    @TempDir
    Path folder;

    /** Writes lines from a process of its own. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            LogFile log = new LogFile(Path.of(args[0]), 20_000);
            for (int i = 0; i < LINES; i++) {
                log.append("a line of process " + args[1] + " with the number " + i + "\n");
            }
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        LogFile log = new LogFile(folder.resolve("home"), 100);
        log.append("first\n");
        log.append("second\n");

        assertThat(Files.readString(log.path())).isEqualTo("first\nsecond\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/logs"))))
                .isEqualTo("rwx------");
    }

    @Test
    void fullFilesAreRenamedAndTheOldestIsDeleted() throws IOException {
        LogFile log = new LogFile(folder, 10);
        for (int i = 1; i <= 9; i++) {
            log.append("line number " + i + "\n");
        }

        assertThat(Files.readString(log.path())).isEqualTo("line number 9\n");
        assertThat(folder.resolve("logs/fieldhouse.1.log")).hasContent("line number 8");
        assertThat(folder.resolve("logs/fieldhouse.4.log")).hasContent("line number 5");
        assertThat(folder.resolve("logs/fieldhouse.5.log")).doesNotExist();
    }

    @Test
    void linesOfProcessesThatWriteAtOnceAreWholeAndAllThere() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            List<Path> logs =
                    files.filter(one -> one.toString().endsWith(".log")).toList();
            // How full a file gets depends on how long the process that is renaming it is kept from going on.
            assertThat(logs).hasSizeGreaterThan(1);
            for (Path file : logs) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        assertThat(lines)
                .hasSize(3 * LINES)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line).matches("a line of process [abc] with the number \\d+"));
    }

    @Test
    void interruptedThreadStillWrites() throws IOException {
        LogFile log = new LogFile(folder, 1);
        Thread.currentThread().interrupt();
        try {
            log.append("first\n");
            log.append("second\n");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(log.path()).hasContent("second");
    }
}
