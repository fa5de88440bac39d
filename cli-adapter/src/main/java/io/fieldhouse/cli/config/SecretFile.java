package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret, and nothing else. */
record SecretFile(Path path) {
    private static final int LARGEST = 1 << 16;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /**
     * What it holds, but for a line end that an editor adds and the mark that some begin a file with; blanks are the
     * secret's own.
     *
     * @throws Refusal that says what is wrong with the file, and none of its words
     */
    String read() {
        byte[] bytes;
        // Not by its size: a pipe has none.
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(LARGEST + 1);
        } catch (IOException | SecurityException e) {
            throw new Refusal("cannot be read: "
                    + (Files.isDirectory(path)
                            ? "it is a folder."
                            : Files.exists(path) ? "look at its permissions." : "it is not there."));
        }
        if (bytes.length > LARGEST) {
            throw new Refusal("is larger than 64 KiB, the limit for a secret.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("^\uFEFF", "").replaceFirst("\\r?\\n\\z", "");
        } catch (CharacterCodingException e) {
            throw new Refusal("is not UTF-8: save it as that.");
        }
    }

    /** Whether it is a file that others on this machine may read. */
    boolean isExposed() {
        try {
            return Files.isRegularFile(path)
                    && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
