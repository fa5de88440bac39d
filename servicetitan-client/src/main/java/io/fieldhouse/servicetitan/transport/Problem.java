package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What an error's body says, wherever in it that is: problem details, or what OAuth says.
 *
 * @param words ServiceTitan's words; empty where it is no JSON
 * @param traceId by what its support finds the call; empty where it is not said
 */
record Problem(String words, String traceId) {
    private static final Set<String> WORDS =
            Set.of("title", "detail", "message", "error", "error_description", "errors");
    private static final int DEEPEST = 8;

    private static final Pattern WAIT = Pattern.compile("[Tt]ry again in (\\d{1,9}(?:[.]\\d{1,9})?) (second|minute)s?");

    static Problem in(Buffer body) {
        Collector found = new Collector();
        try {
            found.collect(JsonReader.of(body.clone()), "", false, 0);
        } catch (IOException | JsonDataException e) {
            // Not JSON, or not whole: what was found so far is all there is to say.
            return found.problem();
        }
        return found.problem();
    }

    /** How long the words ask to wait, or null where they do not say. */
    @Nullable Duration toldToWait() {
        Matcher said = WAIT.matcher(words);
        if (!said.find()) {
            return null;
        }
        Duration wait = RetryAfter.seconds(said.group(1));
        return RetryAfter.bounded(said.group(2).equals("minute") ? wait.multipliedBy(60) : wait);
    }

    private static final class Collector {
        private final StringBuilder words = new StringBuilder();
        private String traceId = "";

        Problem problem() {
            return new Problem(words.toString(), traceId);
        }

        /** Within {@code errors} every name is a field, and every text is about it. */
        void collect(JsonReader reader, String name, boolean inErrors, int depth) throws IOException {
            if (depth > DEEPEST) {
                reader.skipValue();
                return;
            }
            switch (reader.peek()) {
                case BEGIN_OBJECT -> {
                    reader.beginObject();
                    while (reader.hasNext()) {
                        collect(reader, reader.nextName(), inErrors || name.equals("errors"), depth + 1);
                    }
                    reader.endObject();
                }
                case BEGIN_ARRAY -> {
                    reader.beginArray();
                    while (reader.hasNext()) {
                        collect(reader, name, inErrors, depth + 1);
                    }
                    reader.endArray();
                }
                case STRING -> hear(name, reader.nextString(), inErrors);
                default -> reader.skipValue();
            }
        }

        private void hear(String name, String text, boolean inErrors) {
            if (name.equals("traceId")) {
                traceId = text;
            } else if (inErrors || WORDS.contains(name)) {
                words.append(words.isEmpty() ? "" : "; ");
                words.append(inErrors && !name.isBlank() ? name + ": " : "").append(text);
            }
        }
    }
}
