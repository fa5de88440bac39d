package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are come by: with the refresh token of the one before, which works once, else with the password. What was
 * refused is never sent again: forty refusals ban the address for two hours. One thread at a time.
 */
final class Grants {
    private static final JsonReader.Options FIELDS =
            JsonReader.Options.of("access_token", "refresh_token", "expires_in");
    private static final long UNSAID_LIFETIME = 3600;

    private final Exchange exchange;
    private final HttpUrl address;

    private @Nullable String refreshToken;
    /** Once a refresh is refused, the next would be as well. */
    private boolean refreshing = true;

    private @Nullable TrackTikException refusal;

    /** A token, and for how many seconds it holds. */
    record Token(String value, long seconds) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Token[" + seconds + " s]";
        }
    }

    Grants(Exchange exchange, TrackTikConfig config) {
        this.exchange = exchange;
        this.address = Objects.requireNonNull(config.baseUrl().resolve("../oauth2/access_token"));
    }

    Token fetch(Login.Password login, Deadline deadline) {
        if (refusal != null) {
            throw refusal;
        }
        String once = refreshToken;
        // Whatever comes of it, a refresh token works once.
        refreshToken = null;
        if (once != null && refreshing) {
            Answer refreshed = send(request(form(login, "refresh_token").add("refresh_token", once)), deadline);
            if (refreshed.isSuccessful()) {
                return read(refreshed);
            }
            refreshing = !isRefusal(refreshed);
        }
        Request request = request(
                form(login, "password").add("username", login.username()).add("password", login.password()));
        Answer answer = send(request, deadline);
        if (answer.isSuccessful()) {
            return read(answer);
        }
        if (isRefusal(answer)) {
            if (answer.status() == 404) {
                throw refusedBy(Failures.about(Kind.NOT_FOUND, request)
                        .status(404)
                        .explanation("There is no token address here: check the base address, and start anew")
                        .build());
            }
            throw refusedBy(Failures.about(Kind.CREDENTIALS, request)
                    .status(answer.status())
                    .vendorMessage(Failures.vendorMessage(answer.body()))
                    .explanation("TrackTik refuses the client or the user. They will not be tried again, since forty"
                            + " refusals ban the address for two hours: correct them and start anew")
                    .build());
        }
        // Too much to be answered in time is no login: it is repeated, and not asked for in smaller parts.
        throw answer.status() == 504
                ? Failures.about(Kind.SERVER, request).status(504).build()
                : Failures.of(request, answer);
    }

    private TrackTikException refusedBy(TrackTikException failure) {
        refusal = failure;
        return failure;
    }

    /** The firewall knows nothing of credentials, and who is too busy has not looked at them. */
    private boolean isRefusal(Answer answer) {
        TrackTikException failure = Failures.of(request(new FormBody.Builder()), answer);
        return answer.status() >= 400
                && answer.status() < 500
                && failure.kind() != Kind.FIREWALL
                && !failure.isTransient();
    }

    private Token read(Answer answer) {
        String access = null;
        long lifetime = UNSAID_LIFETIME;
        try {
            JsonReader reader = JsonReader.of(answer.body());
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.selectName(FIELDS)) {
                    case 0 -> access = reader.nextString();
                    case 1 ->
                        refreshToken = reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
                    case 2 -> lifetime = lifetime(reader);
                    default -> {
                        reader.skipName();
                        reader.skipValue();
                    }
                }
            }
        } catch (IOException | JsonDataException e) {
            // Not the cause either: it may repeat a token.
            access = null;
        }
        if (access == null || access.isEmpty()) {
            throw refusedBy(Failures.badAnswer(
                    request(new FormBody.Builder()),
                    "The token address answers without a token: check the base address, and start anew",
                    ""));
        }
        return new Token(access, lifetime);
    }

    /** Seconds, however they are written; what makes no sense was not said. */
    private static long lifetime(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.skipValue();
            return UNSAID_LIFETIME;
        }
        try {
            double seconds = reader.nextDouble();
            return seconds >= 1 ? (long) Math.min(seconds, Integer.MAX_VALUE) : UNSAID_LIFETIME;
        } catch (JsonDataException e) {
            reader.skipValue();
            return UNSAID_LIFETIME;
        }
    }

    private static FormBody.Builder form(Login.Password login, String grant) {
        return new FormBody.Builder()
                .add("grant_type", grant)
                .add("client_id", login.clientId())
                .add("client_secret", login.clientSecret());
    }

    private Request request(FormBody.Builder form) {
        return new Request.Builder()
                .url(address)
                .header("Accept", "application/json")
                .post(form.build())
                .build();
    }

    private Answer send(Request request, Deadline deadline) {
        try {
            return exchange.send(request, deadline);
        } catch (IOException e) {
            throw Failures.of(request, e);
        }
    }

    /** The wait for another thread's token was interrupted. */
    TrackTikException interrupted() {
        return Failures.interrupted(request(new FormBody.Builder()));
    }

    /** The wait for another thread's token took too long. */
    TrackTikException late() {
        return Failures.about(Kind.NETWORK, request(new FormBody.Builder()))
                .explanation("No token in time")
                .build();
    }

    /** New tokens do not help. */
    TrackTikException fruitless() {
        return Failures.about(Kind.CREDENTIALS, request(new FormBody.Builder()))
                .explanation("TrackTik refuses one new token after another: check the API user")
                .build();
    }
}
