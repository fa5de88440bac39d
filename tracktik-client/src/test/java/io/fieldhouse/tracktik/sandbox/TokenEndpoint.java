package io.fieldhouse.tracktik.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Hands out tokens, and bans whoever fails too often. */
final class TokenEndpoint {
    private static final int MOST_FAILURES = 40;
    private static final Duration COUNTED = Duration.ofMinutes(2);
    private static final Duration BAN = Duration.ofHours(2);

    private final SandboxCredentials credentials;
    private final SandboxOptions options;
    private final Map<String, Instant> expiry = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant bannedUntil = Instant.MIN;
    private long issued;

    TokenEndpoint(SandboxCredentials credentials, SandboxOptions options) {
        this.credentials = credentials;
        this.options = options;
    }

    synchronized MockResponse answer(String contentType, String body) {
        Instant now = options.clock().instant();
        if (now.isBefore(bannedUntil)) {
            return Answers.oauthError(403, "banned", "Too many failed authentications from this address");
        }
        if (!contentType.startsWith("application/x-www-form-urlencoded")) {
            return Answers.oauthError(400, "invalid_request", "The body has to be form-encoded");
        }
        HttpUrl form = new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .encodedQuery(body)
                .build();
        MockResponse refusal = refusal(form);
        if (refusal == null) {
            return issue(now);
        }
        failures.addLast(now);
        failures.removeIf(failure -> failure.isBefore(now.minus(COUNTED)));
        if (failures.size() >= MOST_FAILURES) {
            bannedUntil = now.plus(BAN);
        }
        return refusal;
    }

    private @Nullable MockResponse refusal(HttpUrl form) {
        if (!credentials.clientId().equals(form.queryParameter("client_id"))
                || !credentials.clientSecret().equals(form.queryParameter("client_secret"))) {
            return Answers.oauthError(401, "invalid_client", "Client authentication failed");
        }
        String grant = Objects.requireNonNullElse(form.queryParameter("grant_type"), "");
        return switch (grant) {
            case "password" ->
                credentials.username().equals(form.queryParameter("username"))
                                && credentials.password().equals(form.queryParameter("password"))
                        ? null
                        : Answers.oauthError(400, "invalid_grant", "The user credentials were incorrect");
            case "refresh_token" ->
                refreshTokens.remove(Objects.requireNonNullElse(form.queryParameter("refresh_token"), ""))
                        ? null
                        : Answers.oauthError(400, "invalid_grant", "The refresh token is invalid or was used");
            default -> Answers.oauthError(400, "unsupported_grant_type", "The grant type is not supported");
        };
    }

    private MockResponse issue(Instant now) {
        issued++;
        String access = "access-" + Long.toHexString(Chance.draw(issued, 7, 1)) + "-" + issued;
        String refresh = "def502" + Long.toHexString(Chance.draw(issued, 8, 2)) + issued;
        expiry.values().removeIf(end -> !now.isBefore(end));
        expiry.put(access, now.plus(options.tokenLife()));
        refreshTokens.add(refresh);
        return Answers.json(200, out -> {
            out.beginObject();
            out.name("token_type").value("Bearer");
            out.name("expires_in").value(options.tokenLife().toSeconds());
            out.name("access_token").value(access);
            out.name("refresh_token").value(refresh);
            out.endObject();
        });
    }

    synchronized boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        Instant end = expiry.get(authorization.substring("Bearer ".length()));
        return end != null && options.clock().instant().isBefore(end);
    }

    synchronized void expireAll() {
        expiry.clear();
    }

    /** Forgets the refresh tokens too, as after a change of password. */
    synchronized void revokeAll() {
        expiry.clear();
        refreshTokens.clear();
    }
}
