package io.fieldhouse.client.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a token address answers.
 *
 * @param access the token; it can stand in a header
 * @param refresh what the next one may be had with, where it is there
 * @param seconds how long the token holds, or what is usual where that is not said
 */
public record TokenAnswer(String access, @Nullable String refresh, long seconds) {
    private static final JsonReader.Options FIELDS =
            JsonReader.Options.of("access_token", "refresh_token", "expires_in");

    /** Nothing where there is no token in it. No failure says why: its cause may repeat a token. */
    public static Optional<TokenAnswer> in(Buffer body, long usualSeconds) {
        String access = null;
        String refresh = null;
        long seconds = usualSeconds;
        try {
            JsonReader reader = JsonReader.of(body);
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.selectName(FIELDS)) {
                    case 0 -> access = text(reader);
                    case 1 -> refresh = text(reader);
                    case 2 -> seconds = seconds(reader, usualSeconds);
                    default -> {
                        reader.skipName();
                        reader.skipValue();
                    }
                }
            }
        } catch (IOException | JsonDataException e) {
            return Optional.empty();
        }
        return access == null || !access.matches("[!-~]+")
                ? Optional.empty()
                : Optional.of(new TokenAnswer(access, refresh, seconds));
    }

    private static @Nullable String text(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
    }

    /** Seconds, however they are written; what makes no sense was not said. */
    private static long seconds(JsonReader reader, long usual) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.skipValue();
            return usual;
        }
        try {
            double seconds = reader.nextDouble();
            return seconds >= 1 ? (long) Math.min(seconds, Integer.MAX_VALUE) : usual;
        } catch (JsonDataException e) {
            reader.skipValue();
            return usual;
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenAnswer[" + seconds + " s]";
    }
}
