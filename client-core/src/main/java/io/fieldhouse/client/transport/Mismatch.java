package io.fieldhouse.client.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where in an item something else was expected, and what; never what came instead, which may be personal. */
public final class Mismatch {
    /** As Moshi says it: {@code Expected a long but was many at path $.id}. What came may say anything. */
    private static final Pattern WORDS =
            Pattern.compile("Expected (.+?)(?: but was .*)? at path ([$].*)", Pattern.DOTALL);

    private static final Pattern IN_LIST = Pattern.compile("(.*\\[)(\\d{1,9})]", Pattern.DOTALL);

    private static final Map<String, String> PLAINLY = Map.of(
            "BEGIN_OBJECT", "an object",
            "BEGIN_ARRAY", "a list",
            "a long", "a whole number",
            "an int", "a whole number",
            "a string", "a text",
            "a boolean", "true or false");

    private static final int LONGEST_PATH = 200;

    private Mismatch() {}

    /** Where a reader is; what is nested without end has a path without end. */
    public static String path(JsonReader reader) {
        return shortened(reader.getPath());
    }

    private static String shortened(String path) {
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    }

    /** A value that is none of what was expected. */
    public static JsonDataException at(String path, String expected) {
        return new JsonDataException("Expected " + expected + " at path " + path);
    }

    /** Where the value is that was read last: in a list, the reader counts it already. */
    public static String pathBefore(JsonReader reader) {
        String path = reader.getPath();
        Matcher inList = IN_LIST.matcher(path);
        return inList.matches() ? inList.group(1) + (Integer.parseInt(inList.group(2)) - 1) + "]" : path;
    }

    /** The next value, which is a text or a number. */
    public static String textOf(JsonReader reader, String expected) throws IOException {
        try {
            return reader.nextString();
        } catch (JsonDataException e) {
            throw at(reader.getPath(), expected);
        }
    }

    /** Why an item cannot be read. */
    static String reason(RuntimeException e, JsonReader reader) {
        Matcher words = WORDS.matcher(String.valueOf(e.getMessage()));
        if (!(e instanceof JsonDataException) || !words.matches()) {
            return path(reader) + ": something else was expected";
        }
        String expected = words.group(1);
        return shortened(words.group(2)) + ": expected " + PLAINLY.getOrDefault(expected, expected);
    }
}
