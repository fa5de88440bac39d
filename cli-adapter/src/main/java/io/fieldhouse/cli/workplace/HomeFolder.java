package io.fieldhouse.cli.workplace;

import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder, which need not be there yet. */
public record HomeFolder(Path path) {
    /** Itself, or the folder above it in which it would be made. */
    public Path nearest() {
        Path nearest = path;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    public boolean isWritable() {
        return Files.isDirectory(nearest()) && Files.isWritable(nearest());
    }

    /** Why it cannot be written. */
    public String says() {
        return Files.isDirectory(nearest())
                ? "The data folder " + path + " cannot be written."
                : "The data folder " + path + " cannot be one: " + nearest() + " is a file.";
    }

    /** What to do then. */
    public String advice() {
        return Files.isDirectory(nearest())
                ? "Give yourself the right to, or choose another one with --home."
                : "Choose another one with --home.";
    }

    /** Whoever needs it says so alike, whatever it is needed for. */
    public void requireWritable() {
        if (!isWritable()) {
            throw new CommandException(ExitCode.CANNOT_CREATE, says() + " " + advice());
        }
    }
}
