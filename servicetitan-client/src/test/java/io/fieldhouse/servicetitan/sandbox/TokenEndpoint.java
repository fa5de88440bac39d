package io.fieldhouse.servicetitan.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Hands out access tokens for client credentials, and too many are a 429. */
final class TokenEndpoint {
    private final SandboxCredentials credentials;
    private final SandboxOptions options;
    private final Limit limit;
    private final Map<String, Instant> expiry = new HashMap<>();
    private long issued;

    TokenEndpoint(SandboxCredentials credentials, SandboxOptions options) {
        this.credentials = credentials;
        this.options = options;
        this.limit = new Limit(options.tokens().perMinute(), Duration.ofMinutes(1));
    }

    synchronized MockResponse answer(String contentType, String body, long number) {
        long wait = limit.refuse(options.now());
        if (wait > 0) {
            return Answers.tooMany(wait, number);
        }
        if (!contentType.startsWith("application/x-www-form-urlencoded")) {
            return Answers.oauthError(400, "invalid_request");
        }
        HttpUrl form = new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .encodedQuery(body)
                .build();
        if (!"client_credentials".equals(form.queryParameter("grant_type"))) {
            return Answers.oauthError(400, "unsupported_grant_type");
        }
        if (!credentials.clientId().equals(form.queryParameter("client_id"))
                || !credentials.clientSecret().equals(form.queryParameter("client_secret"))) {
            return Answers.oauthError(400, "invalid_client");
        }
        return issue(options.now());
    }

    private MockResponse issue(Instant now) {
        issued++;
        String token = "sandbox-" + Long.toHexString(Chance.draw(issued, 7, 1)) + "-" + issued;
        expiry.values().removeIf(end -> !now.isBefore(end));
        expiry.put(token, now.plus(options.tokens().life()));
        return Answers.object(200, out -> {
            out.name("access_token").value(token);
            out.name("expires_in").value(options.tokens().life().toSeconds());
            out.name("token_type").value("Bearer");
            out.name("scope").value("tn.acc.invoices:r tn.jpm.jobs:r");
        });
    }

    /** With or without the word Bearer before it: the vendor takes both. */
    synchronized boolean accepts(@Nullable String authorization) {
        if (authorization == null) {
            return false;
        }
        Instant end = expiry.get(
                authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : authorization);
        return end != null && options.now().isBefore(end);
    }

    synchronized void expireAll() {
        expiry.clear();
    }
}
