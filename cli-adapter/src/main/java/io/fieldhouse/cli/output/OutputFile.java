package io.fieldhouse.cli.output;

import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.failure.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where bytes go that a command makes: to a file that is there when it is whole, and not before, or to the standard output. */
public final class OutputFile {
    private static final int BUFFER = 1 << 16;
    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OutputFile() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes it, and says how many rows it has. */
        long to(OutputStream out) throws IOException;
    }

    /** Writes to the standard output, byte for byte. */
    public static long toStandardOutput(Content content) {
        // Neither its encoding, nor a writer that keeps errors to itself, stands in between. Nobody closes it.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        try {
            return write(content, out);
        } catch (IOException e) {
            throw unwritten(e.getMessage());
        }
    }

    /** Why the standard output did not take everything, as far as anybody knows. */
    public static CommandException unwritten(@Nullable String cause) {
        return isReaderGone() ? new CommandException(ExitCode.READER_GONE, "") : failed("the standard output", cause);
    }

    /** A pipe is never full: whoever cannot write to it any more has lost its reader. */
    private static boolean isReaderGone() {
        try {
            int type = (Integer) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Writes to a file, by another one beside it that takes its place. Only its owner can read it, or whoever could read the
     * one before.
     *
     * @param process who writes, so that two do not write to the same
     */
    public static long toFile(Path file, boolean overwrite, String process, Content content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                // A device or a named pipe is written to, and never replaced.
                return write(content, file, StandardOpenOption.WRITE);
            }
            Path target = Files.isRegularFile(file) ? file.toRealPath() : file.toAbsolutePath();
            requireFree(target, overwrite);
            return replace(target, overwrite, process, content);
        } catch (FileAlreadyExistsException e) {
            throw isThere(file);
        } catch (IOException e) {
            throw failed(file.toString(), e.getMessage());
        }
    }

    private static void requireFree(Path target, boolean overwrite) {
        if (Files.isDirectory(target)) {
            throw new CommandException(ExitCode.CANNOT_CREATE, target + " is a folder: name a file in it.");
        }
        // A link that leads nowhere is there, too.
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !overwrite) {
            throw isThere(target);
        }
    }

    private static CommandException isThere(Path target) {
        return new CommandException(
                ExitCode.CANNOT_CREATE, target + " is there already: name another file, or add --overwrite.");
    }

    private static long replace(Path target, boolean overwrite, String process, Content content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + "." + process.replaceAll("\\W", "-") + ".part");
        Files.deleteIfExists(part);
        // Where Ctrl-C ends the process, too.
        part.toFile().deleteOnExit();
        try {
            create(part);
            if (Files.isRegularFile(target)) {
                admitTheSame(part, target);
            }
            long rows = write(content, part, StandardOpenOption.WRITE);
            if (overwrite) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(part, target);
            }
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void create(Path part) throws IOException {
        try {
            if (hasPermissions(part)) {
                Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER));
            } else {
                Files.createFile(part);
            }
        } catch (FileSystemException e) {
            boolean noFolder = e instanceof NoSuchFileException;
            throw new CommandException(
                    ExitCode.CANNOT_CREATE,
                    part.getParent()
                            + (noFolder ? " is not there: make that folder first." : " cannot be written to."));
        }
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Another group may be one of more people. */
    private static void admitTheSame(Path part, Path target) throws IOException {
        if (!hasPermissions(part)) {
            return;
        }
        PosixFileAttributes before = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributeView made = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(OWNER);
        permissions.addAll(before.permissions());
        if (!made.readAttributes().group().equals(before.group())) {
            try {
                made.setGroup(before.group());
            } catch (IOException e) {
                permissions.removeIf(permission -> permission.name().startsWith("GROUP_"));
            }
        }
        made.setPermissions(permissions);
    }

    private static long write(Content content, Path file, StandardOpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how), BUFFER)) {
            return write(content, out);
        }
    }

    private static long write(Content content, OutputStream out) throws IOException {
        long rows = content.to(out);
        out.flush();
        return rows;
    }

    private static CommandException failed(String where, @Nullable String cause) {
        return new CommandException(
                ExitCode.CANNOT_WRITE,
                "Writing to " + where + " failed" + (cause == null ? "" : ": " + cause)
                        + ". Look whether its disk is full.");
    }
}
