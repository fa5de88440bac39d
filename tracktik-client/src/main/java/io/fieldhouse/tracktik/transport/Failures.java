package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Mismatch;
import io.fieldhouse.client.transport.RetryAfter;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is none, or no answer, means. */
final class Failures {
    private static final Set<String> WORDS = Set.of("error", "message", "error_description", "hint");

    private Failures() {}

    static TrackTikException of(Request request, Answer answer) {
        Kind kind = kindOf(answer);
        Duration wait = RetryAfter.in(answer.headers());
        TrackTikException.Builder failure = about(kind, request)
                .status(answer.status())
                .retryAfter(wait)
                .vendorMessage(vendorMessage(answer.body()));
        return switch (kind) {
            case CREDENTIALS ->
                failure.explanation("TrackTik refuses the token: check it, or the API user")
                        .build();
            case FORBIDDEN ->
                failure.explanation("Both the client's scope and the API user's role have to allow this")
                        .build();
            case FIREWALL ->
                failure.explanation("The firewall turned the call away, not the API: ask for access")
                        .build();
            case BAD_ANSWER ->
                failure.explanation("This is not a response of the API: check the base address")
                        .build();
            case RATE_LIMITED ->
                failure.explanation(
                                wait == null
                                        ? "Too many calls in the past minute"
                                        : "It asks to wait " + wait.toMillis() / 1000.0 + " s")
                        .build();
            default -> failure.build();
        };
    }

    private static Kind kindOf(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> Kind.CREDENTIALS;
            case 403 -> "awselb/2.0".equals(answer.headers().get("Server")) ? Kind.FIREWALL : Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408, 425 -> Kind.NETWORK;
            case 429 -> Kind.RATE_LIMITED;
            case 504 -> Kind.TOO_SLOW;
            default -> status >= 500 ? Kind.SERVER : status >= 400 ? Kind.BAD_REQUEST : Kind.BAD_ANSWER;
        };
    }

    /** The reader's own words may repeat a value; its path does not. */
    static TrackTikException unreadable(Request request, Exception e, JsonReader reader) {
        return about(Kind.BAD_ANSWER, request)
                .status(200)
                .explanation(
                        e instanceof JsonDataException
                                ? "The response has an unexpected value at " + Mismatch.path(reader)
                                : "The response is incomplete or invalid JSON, from " + Mismatch.path(reader))
                .build();
    }

    static TrackTikException badAnswer(Request request, String explanation, String vendorMessage) {
        return about(Kind.BAD_ANSWER, request)
                .status(200)
                .explanation(explanation)
                .vendorMessage(vendorMessage)
                .build();
    }

    static TrackTikException.Builder about(Kind kind, Request request) {
        return TrackTikException.of(kind, request.method(), request.url().encodedPath());
    }

    /** TrackTik's words, wherever in an error's body they are; nothing where it is no JSON. */
    static String vendorMessage(Buffer body) {
        JsonReader reader = JsonReader.of(body.clone());
        Set<String> words = new LinkedHashSet<>();
        try {
            collect(reader, null, words, 0);
        } catch (IOException | JsonDataException e) {
            // Not JSON, or not whole: what was found so far is all there is to say.
            return String.join("; ", words);
        }
        return String.join("; ", words);
    }

    private static void collect(JsonReader reader, @Nullable String name, Set<String> words, int depth)
            throws IOException {
        if (depth > 8) {
            reader.skipValue();
            return;
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    collect(reader, reader.nextName(), words, depth + 1);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    collect(reader, name, words, depth + 1);
                }
                reader.endArray();
            }
            case STRING -> {
                String text = reader.nextString();
                if (name != null && WORDS.contains(name)) {
                    words.add(text);
                }
            }
            default -> reader.skipValue();
        }
    }
}
