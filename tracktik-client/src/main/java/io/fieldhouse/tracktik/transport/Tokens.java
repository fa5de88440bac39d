package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The token of the moment. One thread fetches a new one while the others wait for it. Credentials that were refused are
 * never sent again: forty refusals ban the address for two hours.
 */
final class Tokens {
    private static final JsonReader.Options FIELDS =
            JsonReader.Options.of("access_token", "refresh_token", "expires_in");
    private static final long UNSAID_LIFETIME = 3600;
    private static final long MARGIN = 60;

    private final ReentrantLock renewal = new ReentrantLock();
    private final Exchange exchange;
    private final HttpUrl address;
    private final Login login;
    private final LongSupplier nanoTime;

    private @Nullable String token;
    private @Nullable String refreshToken;
    private long expiresAt;
    private @Nullable TrackTikException refusal;

    /** Takes a clock that only ever goes forward, in nanoseconds: a clock that is set right must not age a token. */
    Tokens(Exchange exchange, TrackTikConfig config, LongSupplier nanoTime) {
        this.exchange = exchange;
        this.address = Objects.requireNonNull(config.baseUrl().resolve("../oauth2/access_token"));
        this.login = config.login();
        this.nanoTime = nanoTime;
    }

    /** A token that holds for a while yet. */
    String current() {
        return tokenOtherThan(null);
    }

    /** A token that is not this one, which TrackTik has refused. */
    String insteadOf(String refused) {
        return tokenOtherThan(refused);
    }

    private String tokenOtherThan(@Nullable String refused) {
        if (login instanceof Login.StaticToken fixed) {
            return fixed.token();
        }
        lock();
        try {
            String held = token;
            if (held != null && !held.equals(refused) && nanoTime.getAsLong() - expiresAt < 0) {
                return held;
            }
            return fetch();
        } finally {
            renewal.unlock();
        }
    }

    private void lock() {
        try {
            renewal.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(request(new FormBody.Builder()));
        }
    }

    private String fetch() {
        if (refusal != null) {
            throw refusal;
        }
        token = null;
        Login.Password password = (Login.Password) login;
        String once = refreshToken;
        // Whatever comes of it, a refresh token works once.
        refreshToken = null;
        if (once != null) {
            Answer refreshed = send(form(password, "refresh_token").add("refresh_token", once));
            if (refreshed.isSuccessful()) {
                return accept(refreshed);
            }
        }
        Request request = request(
                form(password, "password").add("username", password.username()).add("password", password.password()));
        Answer answer = send(request);
        if (answer.isSuccessful()) {
            return accept(answer);
        }
        throw refusedBy(answer, request);
    }

    private TrackTikException refusedBy(Answer answer, Request request) {
        int status = answer.status();
        TrackTikException failure = Failures.of(request, answer);
        if (failure.kind() == Kind.FIREWALL || (status != 400 && status != 401 && status != 403)) {
            return failure;
        }
        TrackTikException refused = Failures.about(Kind.CREDENTIALS, request)
                .status(status)
                .vendorMessage(Failures.vendorMessage(answer.body()))
                .explanation("TrackTik refuses the client or the user. They will not be tried again, since forty"
                        + " refusals ban the address for two hours: correct them and start anew")
                .build();
        refusal = refused;
        return refused;
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

    private Answer send(FormBody.Builder form) {
        return send(request(form));
    }

    private Answer send(Request request) {
        try {
            return exchange.send(request);
        } catch (IOException e) {
            throw Failures.of(request, e);
        }
    }

    private String accept(Answer answer) {
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
                    case 2 -> lifetime = Math.max(0, reader.nextLong());
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
            throw Failures.badAnswer(
                    request(new FormBody.Builder()),
                    "The token address answers without a token: check the base address",
                    "");
        }
        token = access;
        long early = Math.min(MARGIN, lifetime / 4);
        expiresAt = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(Math.min(lifetime, Integer.MAX_VALUE) - early);
        return access;
    }
}
