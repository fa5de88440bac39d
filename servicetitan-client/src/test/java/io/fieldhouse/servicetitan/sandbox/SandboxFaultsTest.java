package io.fieldhouse.servicetitan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest {
    private static final String JOBS = "jpm/v2/jobs";

    private final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small());
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer with(Fault fault) {
        sandbox.faults().next(fault);
        return ask.get(JOBS);
    }

    @Test
    void waitsAreInAHeaderOrInTheTitleOrNowhere() {
        assertThat(with(Fault.tooManyRequests()).headers().get("Retry-After")).isNull();
        assertThat(with(Fault.tooManyRequests(Duration.ofSeconds(2))).headers().get("Retry-After"))
                .isEqualTo("2");
        assertThat(with(Fault.tooManyRequests(Duration.ofMillis(1_250)))
                        .headers()
                        .get("Retry-After"))
                .isEqualTo("1.25");
        Answer title = with(Fault.tooManyRequestsInTitle(60));
        assertThat(title.status()).isEqualTo(429);
        assertThat(title.title()).isEqualTo("Rate limit is exceeded. Try again in 60 seconds.");
        assertThat(title.headers().get("Retry-After")).isNull();
    }

    @Test
    void statusesAreTheVendors() {
        assertThat(with(Fault.serverError()).status()).isEqualTo(500);
        assertThat(with(Fault.badGateway()).text()).startsWith("<html>");
        assertThat(with(Fault.unavailable()).status()).isEqualTo(503);
        assertThat(with(Fault.timeout()).status()).isEqualTo(504);
        assertThat(with(Fault.unauthorized()).text()).isEmpty();
        assertThat(with(Fault.forbidden()).status()).isEqualTo(403);
        assertThat(with(Fault.notFound()).status()).isEqualTo(404);
        assertThat(with(Fault.conflict()).status()).isEqualTo(409);
        assertThat(with(Fault.serverError()).body().get("traceId"))
                .isNotEqualTo(with(Fault.serverError()).body().get("traceId"));
        assertThat(ask.get(JOBS).status()).isEqualTo(200);
    }

    @Test
    void connectionsBreakBeforeAndWithinTheBody() {
        assertThatThrownBy(() -> with(Fault.disconnect())).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> with(Fault.cutOff()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(ask.get(JOBS).status()).isEqualTo(200);
    }

    @Test
    void bodiesAreNotWhatTheyClaim() {
        assertThatThrownBy(() -> with(Fault.malformed()).body()).isInstanceOf(UncheckedIOException.class);
        assertThat(with(Fault.errorAsSuccess()).status()).isEqualTo(200);
        assertThat(with(Fault.errorAsSuccess()).body().containsKey("data")).isTrue();
        assertThat(with(Fault.htmlAsSuccess()).text()).startsWith("<html>");
        assertThat(with(Fault.emptyBody()).text()).isEmpty();
    }

    @Test
    void slowBodiesArriveWhole() {
        sandbox.faults().next(Fault.slow(5_000, Duration.ofMillis(1)));
        assertThat(ask.get(JOBS).rows()).hasSize(50);
    }

    @Test
    void pagesRepeatOrNeverEnd() {
        List<Long> first = ask.get(JOBS, "sort", "+Id").ids();
        sandbox.faults().forPath(JOBS, Fault.repeatingPage());
        assertThat(ask.get(JOBS, "sort", "+Id", "page", "3").ids()).isEqualTo(first);
        sandbox.faults().clear();
        sandbox.faults().forPath(JOBS, Fault.endlessPages());
        Answer beyond = ask.get(JOBS, "sort", "+Id", "page", "65");
        assertThat(beyond.ids()).isEqualTo(first);
        assertThat(beyond.hasMore()).isTrue();
    }

    @Test
    void aRowSaysSomethingElse() {
        long id = ask.get(JOBS, "sort", "+Id").ids().get(7);
        sandbox.faults().forPath("jpm", Fault.misstated(id, "total", "\"a lot\""));
        List<Map<?, ?>> rows = ask.get(JOBS, "sort", "+Id").rows();
        assertThat(rows.get(7).get("total")).isEqualTo("a lot");
        assertThat(rows.get(6).get("total")).isNotEqualTo("a lot");
        assertThat(ask.get(JOBS + "/" + id).body().get("total")).isEqualTo("a lot");
        List<Map<?, ?>> exported = new ArrayList<>();
        ask.feed("jpm/v2/export/jobs", null, exported);
        assertThat(exported)
                .filteredOn(row -> "a lot".equals(row.get("total")))
                .singleElement()
                .satisfies(row -> assertThat(Asking.id(row.get("id"))).isEqualTo(id));
    }

    @Test
    void aShareOfAnswersFailsAndTheSeedSaysWhich() {
        List<Integer> once = statuses(5);
        assertThat(once).contains(200).anyMatch(status -> status != 200);
        assertThat(statuses(5)).isEqualTo(once);
        assertThat(statuses(6)).isNotEqualTo(once);
    }

    private List<Integer> statuses(long seed) {
        sandbox.faults().share(0.3, seed, Fault.serverError(), Fault.badGateway());
        return IntStream.range(0, 60)
                .map(turn -> ask.get("settings/v2/tag-types").status())
                .boxed()
                .toList();
    }

    @Test
    void everySoManiethAnswerFailsAndTokensAreSpared() {
        sandbox.faults().every(3, Fault.serverError());
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(ask.get("settings/v2/tag-types").status());
            assertThat(ask.token().status()).isEqualTo(200);
        }
        assertThat(statuses).containsExactly(200, 200, 500, 200, 200, 500);
        sandbox.faults().clear();
        sandbox.faults().forPath("connect/token", Fault.badGateway());
        assertThat(ask.token().status()).isEqualTo(502);
    }
}
