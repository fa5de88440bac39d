package io.fieldhouse.cli.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server of a data folder, and the tools that start it, have said lately. */
record ServerLog(DataFolder folder) {
    private static final int LATELY = 64 << 10;

    /** Why it ended or did not start, as a sentence; empty where nothing says so. */
    String lastWords() {
        // The server also says what it refuses to clients.
        return Stream.concat(
                        said(folder.log(), "FATAL:", "error:", "No space left"),
                        said(folder.serverLog(), "PANIC:", "FATAL:  could not", "No space left"))
                .findFirst()
                .map(line ->
                        line.replaceFirst("^.*?(FATAL|PANIC|LOG|ERROR): +", "").strip() + ". ")
                .orElse("");
    }

    private static Stream<String> said(Path log, String... words) {
        return lately(log).stream()
                .filter(line -> Stream.of(words).anyMatch(line::contains))
                .reduce((first, second) -> second)
                .stream();
    }

    /** Whether what starts it has given up. */
    boolean saysThatItDidNotStart() {
        return lately(folder.log()).stream().anyMatch(line -> line.contains("could not start server"));
    }

    private static List<String> lately(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LATELY));
            byte[] bytes = new byte[(int) Math.min(LATELY, file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
