package io.fieldhouse.etl.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TEXT = "Gebäude;Stunden\r\nCafé – Süd;12,5 €\r\n";
    /** Longer than what is decoded at once. */
    private static final String LONG = "plain,text\n".repeat(5000);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void encodingWithoutAMarkIsFoundOut(String encoding) throws IOException {
        assertThat(read(TEXT.getBytes(Charset.forName(encoding)), null)).isEqualTo(TEXT);
        assertThat(read((LONG + TEXT).getBytes(Charset.forName(encoding)), null))
                .isEqualTo(LONG + TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void byteOrderMarkCountsAndIsNoPartOfTheText(String encoding) throws IOException {
        byte[] bytes = ("\ufeff" + LONG + TEXT + "😀").getBytes(Charset.forName(encoding));

        assertThat(read(bytes, null)).isEqualTo(LONG + TEXT + "😀");
        assertThat(read(bytes, WINDOWS)).isEqualTo(LONG + TEXT + "😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "ISO-8859-15", "IBM850"})
    void encodingThatIsSaidCounts(String encoding) throws IOException {
        String text = "Gebäude;Café\n";
        assertThat(read(text.getBytes(Charset.forName(encoding)), Charset.forName(encoding)))
                .isEqualTo(text);
    }

    @Test
    void anyTextComesBackHoweverItIsCutIntoPieces() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30_000); length > 0; length--) {
                int next = 1 + random.nextInt(random.nextBoolean() ? 0x7F : 0x10FFFE);
                text.appendCodePoint((next >= 0xD800 && next <= 0xDFFF) || next == 0xFEFF ? 'x' : next);
            }
            assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8), null))
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void bytesThatFitNoEncodingAreRefusedWithTheirLine() {
        byte[] broken = join("one\r\ntwo ü\nthree ".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, 'x'});

        assertThatThrownBy(() -> read(broken, null))
                .isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("bytes that are not UTF-8")
                .hasMessageContaining("save the file as UTF-8, or set reconcile.encoding")
                .extracting(e -> ((UnreadableCsvException) e).line())
                .isEqualTo(3L);
    }

    @Test
    void encodingThatIsSaidIsNotGivenUp() {
        assertThatThrownBy(() -> read("Café\n".getBytes(WINDOWS), StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableCsvException.class);
    }

    @Test
    void byteThatWindowsDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> read(new byte[] {'a', '\n', (byte) 0x81, 'b'}, null))
                .isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("windows-1252");
    }

    @Test
    void characterThatIsCutOffAtTheEndIsRefused() {
        byte[] whole = "üü".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 3), null)).isInstanceOf(UnreadableCsvException.class);
    }

    @Test
    void zeroBytesAreNoText() {
        assertThatThrownBy(() -> read("Site,Hours".getBytes(StandardCharsets.UTF_16LE), null))
                .isInstanceOf(UnreadableCsvException.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void nothingIsNothing() throws IOException {
        assertThat(read(new byte[0], null)).isEmpty();
        assertThat(read("\ufeff".getBytes(StandardCharsets.UTF_8), null)).isEmpty();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** Comes in pieces of a few bytes. */
    private static String read(byte[] bytes, @Nullable Charset encoding) throws IOException {
        Random random = new Random(bytes.length);
        InputStream pieces = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, 1 + random.nextInt(7)));
            }
        };
        StringWriter text = new StringWriter();
        try (CsvText csv = CsvText.open(pieces, encoding)) {
            csv.transferTo(text);
        }
        return text.toString();
    }
}
