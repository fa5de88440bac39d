package io.fieldhouse.servicetitan.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes JSON as bytes, by hand: a page of five thousand invoices has a million values. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    Buffer buffer() {
        return new Buffer().write(bytes, 0, size);
    }

    JsonBytes begin() {
        return open('{');
    }

    JsonBytes end() {
        return put('}');
    }

    JsonBytes beginArray() {
        return open('[');
    }

    JsonBytes endArray() {
        return put(']');
    }

    private JsonBytes open(char bracket) {
        separate();
        return put(bracket);
    }

    /** In ASCII, and without anything that needs escaping. */
    JsonBytes name(String name) {
        separate();
        return put('"').ascii(name).put('"').put(':');
    }

    JsonBytes nullValue() {
        separate();
        return ascii("null");
    }

    JsonBytes value(boolean flag) {
        separate();
        return ascii(flag ? "true" : "false");
    }

    JsonBytes value(long number) {
        separate();
        return digits(number);
    }

    JsonBytes value(@Nullable String text) {
        if (text == null) {
            return nullValue();
        }
        separate();
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                utf8(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return put('"');
            }
            character(c);
        }
        return put('"');
    }

    private void utf8(byte[] rest) {
        for (byte each : rest) {
            if (each >= 0) {
                character((char) each);
            } else {
                need(1);
                bytes[size++] = each;
            }
        }
    }

    private void character(char c) {
        if (c == '"' || c == '\\') {
            put('\\').put(c);
        } else if (c < 0x20) {
            ascii("\\u00");
            need(2);
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        } else {
            put(c);
        }
    }

    /** What is already written. */
    JsonBytes raw(String json) {
        separate();
        for (byte each : json.getBytes(StandardCharsets.UTF_8)) {
            need(1);
            bytes[size++] = each;
        }
        return this;
    }

    /** With two decimals, always. */
    JsonBytes money(long cents) {
        separate();
        return decimal(cents);
    }

    /** As the vendor's accounting sends amounts: a text. */
    JsonBytes quotedMoney(long cents) {
        separate();
        return put('"').decimal(cents).put('"');
    }

    /** Without needless zeros, so that whole numbers and fractions are mixed. */
    JsonBytes mixedMoney(long cents) {
        separate();
        if (cents % 100 == 0) {
            return digits(cents / 100);
        }
        decimal(cents);
        if (cents % 10 == 0) {
            size--;
        }
        return this;
    }

    private JsonBytes decimal(long cents) {
        if (cents < 0) {
            put('-');
        }
        long absolute = Math.abs(cents);
        digits(absolute / 100).put('.');
        return two((int) (absolute % 100));
    }

    /** A UTC time, with as many digits of a second as it needs, seven at most. */
    JsonBytes instant(long ticks) {
        if (ticks == Ticks.NONE) {
            return nullValue();
        }
        separate();
        put('"');
        date(Math.floorDiv(ticks, Ticks.DAY));
        long ofDay = Math.floorMod(ticks, Ticks.DAY);
        int second = (int) (ofDay / Ticks.SECOND);
        put('T').two(second / 3600).put(':').two(second / 60 % 60).put(':').two(second % 60);
        int fraction = (int) (ofDay % Ticks.SECOND);
        if (fraction != 0) {
            put('.');
            for (int unit = (int) Ticks.SECOND / 10; fraction != 0; unit /= 10) {
                put((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
        return put('Z').put('"');
    }

    /** Midnight of a day on the tenant's clocks, as reports send days. */
    JsonBytes localMidnight(long epochDay) {
        separate();
        put('"');
        date(epochDay);
        return ascii("T00:00:00-07:00\"");
    }

    private void date(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        two(day.getYear() / 100).two(day.getYear() % 100).put('-');
        two(day.getMonthValue()).put('-').two(day.getDayOfMonth());
    }

    private JsonBytes two(int number) {
        return put((char) ('0' + number / 10)).put((char) ('0' + number % 10));
    }

    private JsonBytes digits(long number) {
        if (number < 0) {
            put('-');
            number = -number;
        }
        int count = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            count++;
        }
        need(count);
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + number % 10);
            number /= 10;
        }
        size += count;
        return this;
    }

    private JsonBytes ascii(String text) {
        int length = text.length();
        need(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
        return this;
    }

    private JsonBytes put(char c) {
        need(1);
        bytes[size++] = (byte) c;
        return this;
    }

    /** The last byte tells whether a comma is due. */
    private void separate() {
        byte last = size == 0 ? (byte) '[' : bytes[size - 1];
        if (last != '{' && last != '[' && last != ':') {
            put(',');
        }
    }

    private void need(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
