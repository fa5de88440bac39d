package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Deadline;
import io.fieldhouse.client.transport.Exchange;
import io.fieldhouse.client.transport.Grant;
import io.fieldhouse.client.transport.TokenAnswer;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are come by: with the refresh token of the one before, which works once, else with the password. What was
 * refused is never sent again: forty refusals ban the address for two hours. One thread at a time.
 */
final class PasswordGrant implements Grant {
    private static final long USUAL_SECONDS = 3600;

    private final Exchange exchange;
    private final HttpUrl address;
    private final Login.Password login;

    private @Nullable String refreshToken;
    /** Once a refresh is refused, the next would be as well. */
    private boolean refreshing = true;

    private @Nullable TrackTikException refusal;

    PasswordGrant(Exchange exchange, HttpUrl baseUrl, Login.Password login) {
        this.exchange = exchange;
        this.address = Objects.requireNonNull(baseUrl.resolve("../oauth2/access_token"));
        this.login = login;
    }

    @Override
    public Request request() {
        return request(new FormBody.Builder());
    }

    @Override
    public Token fetch(Deadline deadline) {
        if (refusal != null) {
            throw refusal;
        }
        String once = refreshToken;
        // Whatever comes of it, a refresh token works once.
        refreshToken = null;
        if (once != null && refreshing) {
            Answer refreshed = exchange.answer(request(form("refresh_token").add("refresh_token", once)), deadline);
            if (refreshed.isSuccessful()) {
                return read(refreshed);
            }
            refreshing = !isRefusal(refreshed);
        }
        Request request =
                request(form("password").add("username", login.username()).add("password", login.password()));
        Answer answer = exchange.answer(request, deadline);
        if (answer.isSuccessful()) {
            return read(answer);
        }
        if (isRefusal(answer)) {
            if (answer.status() == 404) {
                throw refusedBy(Failures.about(Kind.NOT_FOUND, request)
                        .status(404)
                        .explanation("No token endpoint at this address: check the base address, then restart")
                        .build());
            }
            throw refusedBy(Failures.about(Kind.CREDENTIALS, request)
                    .status(answer.status())
                    .vendorMessage(Failures.vendorMessage(answer.body()))
                    .explanation("TrackTik rejects the client or the user. They will not be sent again, because forty"
                            + " rejections block the address for two hours: correct them, then restart")
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
        TrackTikException failure = Failures.of(request(), answer);
        return answer.status() >= 400
                && answer.status() < 500
                && failure.kind() != Kind.FIREWALL
                && !failure.isTransient();
    }

    private Token read(Answer answer) {
        TokenAnswer read = TokenAnswer.in(answer.body(), USUAL_SECONDS)
                .orElseThrow(() -> refusedBy(Failures.badAnswer(
                        request(), "The token endpoint returned no token: check the base address, then restart", "")));
        refreshToken = read.refresh();
        return new Token(read.access(), read.seconds());
    }

    private FormBody.Builder form(String grant) {
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

    @Override
    public TrackTikException rejectedAgain() {
        return Failures.about(Kind.CREDENTIALS, request())
                .explanation("TrackTik refuses one new token after another: check the API user")
                .build();
    }
}
