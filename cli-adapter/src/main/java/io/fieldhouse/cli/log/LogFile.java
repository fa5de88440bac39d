package io.fieldhouse.cli.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The log file of a data folder, which several processes append to. A full one is renamed, and the oldest is deleted. Only
 * the owner can read it.
 *
 * @param limit the size in bytes from which a file is full
 */
record LogFile(Path home, long limit) {
    /** How many full files are kept. */
    private static final int KEPT = 4;

    Path path() {
        return folder().resolve("fieldhouse.log");
    }

    private Path folder() {
        return CommandLog.folder(home);
    }

    /** Appends text in one piece. An interrupted thread can do so, too: its last words matter most. */
    void append(String text) throws IOException {
        if (!Files.exists(path())) {
            create();
        } else if (isFull()) {
            rotate();
        }
        try (OutputStream out = new FileOutputStream(path().toFile(), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean isFull() throws IOException {
        try {
            return Files.size(path()) >= limit;
        } catch (NoSuchFileException e) {
            // Another process has just renamed it.
            return false;
        }
    }

    private void create() throws IOException {
        Files.createDirectories(home);
        try {
            if (!Files.isDirectory(folder())) {
                Files.createDirectory(folder(), owner("rwx------"));
            }
            Files.createFile(path(), owner("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; or something else has the name, and cannot be appended to.
        }
    }

    private FileAttribute<?>[] owner(String permissions) {
        return home.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Where another process does so at this moment, it is done. */
    private void rotate() throws IOException {
        try (FileChannel turn = FileChannel.open(
                        folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = turn.tryLock()) {
            if (lock == null || !isFull()) {
                return;
            }
            for (int number = KEPT; number > 1; number--) {
                if (Files.exists(full(number - 1))) {
                    Files.move(full(number - 1), full(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(path(), full(1), StandardCopyOption.REPLACE_EXISTING);
            create();
        }
    }

    private Path full(int number) {
        return folder().resolve("fieldhouse." + number + ".log");
    }
}
