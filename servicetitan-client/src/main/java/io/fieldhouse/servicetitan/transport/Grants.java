package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.io.IOException;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** How tokens are come by: with the client's credentials. What was refused is never sent again. One thread at a time. */
final class Grants {
    private static final JsonReader.Options FIELDS = JsonReader.Options.of("access_token", "expires_in");
    private static final long UNSAID_LIFETIME = 900;

    private final Exchange exchange;
    private final Request request;

    private @Nullable ServiceTitanException refusal;

    /** A token, and for how many seconds it holds. */
    record Token(String value, long seconds) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Token[" + seconds + " s]";
        }
    }

    Grants(Exchange exchange, ServiceTitanConfig config) {
        this.exchange = exchange;
        Credentials credentials = config.credentials();
        this.request = new Request.Builder()
                .url(Objects.requireNonNull(config.environment().auth().resolve("connect/token")))
                .header("Accept", "application/json")
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .add("client_id", credentials.clientId())
                        .add("client_secret", credentials.clientSecret())
                        .build())
                .build();
    }

    Token fetch(Deadline deadline) {
        if (refusal != null) {
            throw refusal;
        }
        Answer answer = send(deadline);
        if (answer.isSuccessful()) {
            return read(answer);
        }
        ServiceTitanException failure = Failures.of(request, answer);
        if (answer.status() >= 400 && answer.status() < 500 && !failure.isTransient()) {
            throw refusedBy(failure);
        }
        // Too much to be answered in time is no token: it is repeated, and not asked for in smaller parts.
        throw failure.kind() == Kind.TOO_SLOW
                ? Failures.about(Kind.SERVER, request).status(answer.status()).build()
                : failure;
    }

    private ServiceTitanException refusedBy(ServiceTitanException failure) {
        boolean isNowhere = failure.kind() == Kind.NOT_FOUND;
        refusal = Failures.about(isNowhere ? Kind.NOT_FOUND : Kind.CREDENTIALS, request)
                .status(failure.status())
                .vendorMessage(failure.vendorMessage())
                .traceId(failure.traceId())
                .explanation(
                        isNowhere
                                ? "There is no token address here: check the environment, and start anew"
                                : "ServiceTitan refuses the client id or its secret. They will not be tried again:"
                                        + " correct them, or the environment, and start anew")
                .build();
        return refusal;
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
                    case 1 -> lifetime = lifetime(reader);
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
        if (access == null || !access.matches("[!-~]+")) {
            throw Failures.badAnswer(request, "The token address answers without a token: check the environment");
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

    private Answer send(Deadline deadline) {
        try {
            return exchange.send(request, deadline);
        } catch (IOException e) {
            ServiceTitanException failure = Failures.of(request, e);
            throw failure.kind() == Kind.TOO_SLOW ? late() : failure;
        }
    }

    /** The wait for another thread's token was interrupted. */
    ServiceTitanException interrupted() {
        return Failures.interrupted(request);
    }

    /** The token did not come in time. */
    ServiceTitanException late() {
        return Failures.about(Kind.NETWORK, request)
                .explanation("No token in time")
                .build();
    }

    /** New tokens do not help. */
    ServiceTitanException fruitless() {
        return Failures.about(Kind.CREDENTIALS, request)
                .explanation(
                        "ServiceTitan refuses one new token after another: check the app key, the tenant and what it"
                                + " granted the app")
                .build();
    }
}
