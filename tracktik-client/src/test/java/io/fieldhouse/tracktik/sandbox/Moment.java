package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** An instant with the offset that the site's clocks showed then. */
record Moment(long epochSecond, int offsetSeconds) {
    private static final long DAY = 86_400;

    /** A wall-clock time; one that the clocks skip in spring moves forward, as a person would. */
    static Moment of(long localSecond, ZoneId zone) {
        ZonedDateTime time = ZonedDateTime.of(LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC), zone);
        return new Moment(time.toEpochSecond(), time.getOffset().getTotalSeconds());
    }

    static Moment at(long epochSecond, ZoneId zone) {
        var offset = zone.getRules().getOffset(java.time.Instant.ofEpochSecond(epochSecond));
        return new Moment(epochSecond, offset.getTotalSeconds());
    }

    static Moment midnight(LocalDate day) {
        return new Moment(day.toEpochDay() * DAY, 0);
    }

    long localSecond() {
        return epochSecond + offsetSeconds;
    }

    LocalDate localDate() {
        return LocalDate.ofEpochDay(Math.floorDiv(localSecond(), DAY));
    }

    String iso() {
        return iso(localSecond(), offsetSeconds);
    }

    String isoUtc() {
        return iso(epochSecond, 0);
    }

    String clock() {
        return iso().substring(0, 16).replace('T', ' ');
    }

    /** By hand: a page of a thousand rows has thousands of these, and a formatter costs more than all else in a row. */
    private static String iso(long second, int offset) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
        int ofDay = (int) Math.floorMod(second, DAY);
        byte[] text = new byte[25];
        two(text, 0, day.getYear() / 100);
        two(text, 2, day.getYear() % 100);
        text[4] = '-';
        two(text, 5, day.getMonthValue());
        text[7] = '-';
        two(text, 8, day.getDayOfMonth());
        text[10] = 'T';
        two(text, 11, ofDay / 3600);
        text[13] = ':';
        two(text, 14, ofDay / 60 % 60);
        text[16] = ':';
        two(text, 17, ofDay % 60);
        text[19] = (byte) (offset < 0 ? '-' : '+');
        two(text, 20, Math.abs(offset) / 3600);
        text[22] = ':';
        two(text, 23, Math.abs(offset) / 60 % 60);
        return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
