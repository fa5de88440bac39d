package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Several collections asked for in one call. The vendor publishes the names in the request, that a resource which fails
 * has a list named {@code error}, and the statuses 200, 207 and 400. Assumed is the rest:
 *
 * <ul>
 *   <li>Parameters are texts such as {@code startDateTime:between=2025-06-01|2025-06-07}, not encoded.
 *   <li>The answer has in {@code data}, for each resource in turn, its {@code resourceName}, its {@code status}, and
 *       either the {@code response} that it would have alone or the {@code error}.
 *   <li>A resource that fails makes the whole a 207 if one is to continue. If not, it is a 400, and none after it is
 *       read.
 * </ul>
 */
record Batch(boolean aborts, List<Resource> resources) {

    static Batch of(String body) {
        try {
            if (JsonReader.of(new Buffer().writeUtf8(body)).readJsonValue() instanceof Map<?, ?> asked
                    && asked.get("onFailure") instanceof String onFailure
                    && (onFailure.equals("ABORT") || onFailure.equals("CONTINUE"))
                    && asked.get("resources") instanceof List<?> resources) {
                return new Batch(
                        onFailure.equals("ABORT"),
                        resources.stream().map(Resource::of).toList());
            }
            throw malformed();
        } catch (IOException | JsonDataException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.badRequest("A batch has onFailure, CONTINUE or ABORT, and resources, each with a resourceName");
    }

    record Resource(String name, List<String> parameters) {
        private static Resource of(@Nullable Object asked) {
            if (asked instanceof Map<?, ?> resource && resource.get("resourceName") instanceof String name) {
                List<?> parameters = resource.get("parameters") instanceof List<?> given ? given : List.of();
                return new Resource(
                        name, parameters.stream().map(String::valueOf).toList());
            }
            throw malformed();
        }

        HttpUrl url(HttpUrl batch) {
            HttpUrl.Builder url = batch.newBuilder().query(null);
            for (String parameter : parameters) {
                String[] sides = parameter.split("=", 2);
                url.addQueryParameter(sides[0], sides.length == 1 ? null : sides[1]);
            }
            return url.build();
        }

        private Json part(int status, Json outcome) {
            return out -> {
                out.beginObject();
                out.name("resourceName").value(name);
                out.name("status").value(status);
                outcome.write(out);
                out.endObject();
            };
        }
    }

    /** Reads one collection, or throws a {@link Refusal}. */
    @FunctionalInterface
    interface Reading {
        Json read(Resource resource);
    }

    MockResponse answer(Reading reading) {
        List<Json> parts = new ArrayList<>();
        boolean failed = false;
        for (Resource resource : resources) {
            try {
                Buffer response = Answers.buffer(reading.read(resource));
                parts.add(resource.part(200, out -> out.name("response").value(response)));
            } catch (Refusal refusal) {
                if (refusal.isTimeout()) {
                    throw refusal;
                }
                failed = true;
                parts.add(resource.part(refusal.status(), out -> {
                    out.name("error").beginArray().value(refusal.text()).endArray();
                }));
            }
            if (failed && aborts) {
                break;
            }
        }
        int status = !failed ? 200 : aborts ? 400 : 207;
        return Answers.json(status, out -> {
            out.beginObject();
            out.name("data").beginArray();
            for (Json part : parts) {
                part.write(out);
            }
            out.endArray();
            out.endObject();
        });
    }
}
