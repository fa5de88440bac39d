package io.fieldhouse.etl.feed;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.Map;

/** How the values of a type are written, their length first. */
@FunctionalInterface
interface ColumnType<V> {
    void write(V value, CopyBuffer out) throws UnfitException;

    /** The types that columns of staging tables have. */
    Map<Class<?>, ColumnType<?>> ALL = Map.of(
            Boolean.class, (ColumnType<Boolean>) ColumnType::bool,
            Integer.class, (ColumnType<Integer>) ColumnType::integer,
            Long.class, (ColumnType<Long>) ColumnType::bigint,
            BigDecimal.class, (ColumnType<BigDecimal>) NumericBytes::write,
            String.class, (ColumnType<String>) ColumnType::text,
            LocalDate.class, (ColumnType<LocalDate>) ColumnType::date,
            OffsetDateTime.class, (ColumnType<OffsetDateTime>) ColumnType::moment);

    long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    long EPOCH_SECOND = EPOCH_DAY * 86_400;
    int FIRST_YEAR = -4712;
    int LAST_YEAR_OF_A_MOMENT = 294_275;
    int LAST_YEAR_OF_A_DATE = 5_874_896;

    private static void bool(Boolean value, CopyBuffer out) {
        out.int32(1);
        out.int8(value ? 1 : 0);
    }

    private static void integer(Integer value, CopyBuffer out) {
        out.int32(4);
        out.int32(value);
    }

    private static void bigint(Long value, CopyBuffer out) {
        out.int32(8);
        out.int64(value);
    }

    private static void text(String value, CopyBuffer out) throws UnfitException {
        int begin = out.size();
        out.int32(value.length());
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char character = value.charAt(i);
            if (character == 0) {
                throw new UnfitException("has a NUL character");
            }
            if (character > 0x7F) {
                out.cutTo(begin);
                beyondAscii(value, out);
                return;
            }
            out.int8(character);
        }
    }

    private static void beyondAscii(String value, CopyBuffer out) throws UnfitException {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            if (value.indexOf('\0') >= 0) {
                throw new UnfitException("has a NUL character");
            }
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            out.int32(bytes.length);
            out.append(bytes, 0, bytes.length);
        } catch (CharacterCodingException e) {
            throw new UnfitException("is not valid Unicode");
        }
    }

    private static void date(LocalDate value, CopyBuffer out) throws UnfitException {
        requireYear(value.get(ChronoField.YEAR), LAST_YEAR_OF_A_DATE);
        out.int32(4);
        out.int32((int) (value.toEpochDay() - EPOCH_DAY));
    }

    /** What is finer than a microsecond is cut off. */
    private static void moment(OffsetDateTime value, CopyBuffer out) throws UnfitException {
        requireYear(value.getYear(), LAST_YEAR_OF_A_MOMENT);
        out.int32(8);
        out.int64((value.toEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
    }

    private static void requireYear(int year, int last) throws UnfitException {
        if (year < FIRST_YEAR || year > last) {
            throw new UnfitException("is outside of what a date can be");
        }
    }
}
