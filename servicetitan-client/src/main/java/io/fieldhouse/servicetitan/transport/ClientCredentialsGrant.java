package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Deadline;
import io.fieldhouse.client.transport.Exchange;
import io.fieldhouse.client.transport.Grant;
import io.fieldhouse.client.transport.TokenAnswer;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** How tokens are come by: with the client's credentials. What was refused is never sent again. One thread at a time. */
final class ClientCredentialsGrant implements Grant {
    private static final long USUAL_SECONDS = 900;

    private final Exchange exchange;
    private final Request request;

    private @Nullable ServiceTitanException refusal;

    ClientCredentialsGrant(Exchange exchange, ServiceTitanConfig config) {
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

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Token fetch(Deadline deadline) {
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
                                ? "No token endpoint at this address: check the environment, then restart"
                                : "ServiceTitan rejects the client id or its secret. They will not be sent again:"
                                        + " correct them, or the environment, then restart")
                .build();
        return refusal;
    }

    private Token read(Answer answer) {
        return TokenAnswer.in(answer.body(), USUAL_SECONDS)
                .map(read -> new Token(read.access(), read.seconds()))
                .orElseThrow(() -> Failures.badAnswer(
                        request, "The token address answers without a token: check the environment"));
    }

    /** Too slow for a token is no reason to ask for less. */
    private Answer send(Deadline deadline) {
        try {
            return exchange.answer(request, deadline);
        } catch (ServiceTitanException e) {
            throw e.kind() == Kind.TOO_SLOW
                    ? Failures.about(Kind.NETWORK, request)
                            .explanation("No token before the deadline")
                            .build()
                    : e;
        }
    }

    @Override
    public ServiceTitanException rejectedAgain() {
        return Failures.about(Kind.CREDENTIALS, request)
                .explanation(
                        "ServiceTitan refuses one new token after another: check the app key, the tenant and what it"
                                + " granted the app")
                .build();
    }
}
