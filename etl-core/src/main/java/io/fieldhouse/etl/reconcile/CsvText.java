package io.fieldhouse.etl.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV. A byte order mark says what its bytes mean, or else the mapping does. Where nobody says so, it is
 * UTF-8, and Windows-1252 from the first byte on that UTF-8 does not have, unless something before it was UTF-8 beyond
 * doubt: then it is neither, and refused.
 */
final class CsvText extends Reader {
    private static final int CHUNK = 1 << 13;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
    private final boolean isSaid;
    private CharsetDecoder decoder;
    private boolean isGuess;
    private boolean ended;
    private boolean afterReturn;
    private long line = 1;

    private CsvText(InputStream in, @Nullable Charset encoding) throws IOException {
        this.in = in;
        fill();
        Charset marked = marked(bytes);
        Charset charset = marked != null ? marked : encoding != null ? encoding : StandardCharsets.UTF_8;
        isSaid = marked == null && encoding != null;
        isGuess = marked == null && encoding == null;
        decoder = strict(charset);
    }

    static CsvText open(InputStream in, @Nullable Charset encoding) throws IOException {
        return new CsvText(in, encoding);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** What a byte order mark says, which is passed over. */
    private static @Nullable Charset marked(ByteBuffer bytes) {
        if (skip(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (skip(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return skip(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean skip(ByteBuffer bytes, int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        bytes.position(mark.length);
        return true;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int taken = Math.min(length, chars.remaining());
        chars.get(to, offset, taken);
        return taken;
    }

    private void decode() throws IOException {
        if (!ended) {
            fill();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        look();
        // What was decoded before it is handed out first.
        if (result.isError() && !chars.hasRemaining()) {
            if (!isGuess) {
                throw new UnreadableCsvException(
                        line,
                        "has bytes that are not " + decoder.charset().name()
                                + (isSaid
                                        ? "; set reconcile.encoding to what the file is in, or leave it out to have that found out"
                                        : "; save the file as UTF-8, or set reconcile.encoding to what it is in"));
            }
            decoder = strict(WINDOWS);
            isGuess = false;
        }
    }

    /** Takes in what comes next, behind what is not decoded yet. */
    private void fill() throws IOException {
        bytes.compact();
        while (bytes.hasRemaining() && !ended) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        }
        bytes.flip();
    }

    /** Counts lines, and learns from what is there. */
    private void look() {
        for (int i = 0; i < chars.limit(); i++) {
            char next = chars.get(i);
            if (next == '\r' || (next == '\n' && !afterReturn)) {
                line++;
            } else if (next == 0) {
                throw new UnreadableCsvException(
                        line, "is not text, or is UTF-16 without a byte order mark; save the file as CSV in UTF-8");
            } else if (next > 0x7F) {
                isGuess = false;
            }
            afterReturn = next == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
