package io.fieldhouse.client.transport;

import java.util.regex.Pattern;

/** Makes a vendor's words fit for an error: short, on one line, and without what could be somebody's. */
public final class Redaction {
    private static final int LONGEST = 500;
    /** Enough to find all that is to be hidden in what is shown, and no more work than that. */
    private static final int LOOKED_AT = 4 * LONGEST;

    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>@]{1,64}@[^\\s\"'<>@]{1,255}");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{5,}\\d");
    /** An apostrophe within a word opens nothing; what is cut off before its end is hidden to there. */
    private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}\\p{N}])'[^']*('|$)|\"[^\"]*(\"|$)");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Redaction() {}

    /** The words as an error may show them. */
    public static String shorten(String words) {
        String text = words.length() > LOOKED_AT ? words.substring(0, LOOKED_AT) : words;
        text = QUOTED.matcher(text).replaceAll("'...'");
        text = EMAIL.matcher(text).replaceAll("...");
        text = NUMBER.matcher(text).replaceAll("...");
        text = BLANK.matcher(text).replaceAll(" ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }
}
