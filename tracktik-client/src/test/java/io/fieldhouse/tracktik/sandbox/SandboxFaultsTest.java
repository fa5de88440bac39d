package io.fieldhouse.tracktik.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest {
    private final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer with(Fault fault) {
        sandbox.faults().next(fault);
        return ask.get("employees");
    }

    @Test
    void statusesAreTheVendors() {
        assertThat(with(Fault.tooManyRequests()).status()).isEqualTo(429);
        assertThat(with(Fault.tooManyRequests()).headers().get("Retry-After")).isNull();
        assertThat(with(Fault.tooManyRequests(Duration.ofSeconds(2))).headers().get("Retry-After"))
                .isEqualTo("2");
        assertThat(with(Fault.serverError()).status()).isEqualTo(500);
        assertThat(with(Fault.badGateway()).text()).startsWith("<html>");
        assertThat(with(Fault.timeout()).status()).isEqualTo(504);
        assertThat(with(Fault.unauthorized()).status()).isEqualTo(401);
        assertThat(ask.get("employees").status()).isEqualTo(200);
    }

    @Test
    void theFirewallsRefusalIsToldApart() {
        assertThat(with(Fault.forbidden()).headers().get("Server")).isNull();
        Answer firewall = with(Fault.firewall());
        assertThat(firewall.status()).isEqualTo(403);
        assertThat(firewall.headers().get("Server")).isEqualTo("awselb/2.0");
    }

    @Test
    void connectionsBreakBeforeAndWithinTheBody() {
        assertThatThrownBy(() -> with(Fault.disconnect())).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> with(Fault.cutOff()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(ask.get("employees").status()).isEqualTo(200);
    }

    @Test
    void bodiesAreNotWhatTheyClaim() {
        assertThatThrownBy(() -> with(Fault.malformed()).body()).isInstanceOf(UncheckedIOException.class);
        assertThat(with(Fault.errorAsSuccess()).status()).isEqualTo(200);
        assertThat(with(Fault.errorAsSuccess()).error()).isNotEmpty();
        assertThat(with(Fault.htmlAsSuccess()).text()).startsWith("<html>");
        assertThat(with(Fault.emptyBody()).text()).isEmpty();
    }

    @Test
    void slowBodiesArriveWhole() {
        sandbox.faults().next(Fault.slow(500, Duration.ofMillis(1)));
        assertThat(ask.get("employees", "limit", "10").rows()).hasSize(10);
    }

    @Test
    void pagesRepeatOrNeverEndOrChangeTheirCount() {
        sandbox.faults().forPath("employees", Fault.repeatingPage());
        assertThat(ask.get("employees", "limit", "10", "offset", "20").ids())
                .isEqualTo(ask.get("employees", "limit", "10").ids());

        sandbox.faults().forPath("employees", Fault.endlessPages());
        Answer far = ask.get("employees", "limit", "10", "offset", "100000");
        assertThat(far.rows()).isNotEmpty();
        assertThat(far.count()).isGreaterThan(100_010);

        sandbox.faults().forPath("employees", Fault.countChanges(7));
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            counts.add(ask.get("employees").count());
        }
        assertThat(counts).doesNotHaveDuplicates();
    }

    @Test
    void regionsOfTheHeaderAreIgnored() {
        long all = ask.get("clients").count();
        assertThat(ofHawaii()).isLessThan(all);
        sandbox.faults().next(Fault.regionsIgnored());
        assertThat(ofHawaii()).isEqualTo(all);
    }

    private long ofHawaii() {
        return ask.get("clients", Map.of("TTC-Region-Filter", "273")).count();
    }

    @Test
    void oneRecordSaysWhatIsNotSo() {
        sandbox.faults().forPath("shifts", Fault.misstated(1_000_001, "endDateTime", "2025-05-29T00:00:00-04:00"));
        Answer all = ask.get("shifts", "startDateTime:between", "2025-05-30|2025-05-30", "includeInactive", "true");
        assertThat(all.rows())
                .hasSize(60)
                .filteredOn(shift -> "2025-05-29T00:00:00-04:00".equals(shift.get("endDateTime")))
                .extracting(shift -> Asking.id(shift.get("id")))
                .containsExactly(1_000_001L);
        assertThat(ask.get("shifts/1000001").row().get("endDateTime")).isEqualTo("2025-05-29T00:00:00-04:00");
        sandbox.faults().forPath("regions", Fault.misstated(273, "timeZone", null));
        Answer regions = ask.get("regions", "include", "timeZone");
        assertThat(regions.rows())
                .filteredOn(region -> region.get("timeZone") == null)
                .extracting(region -> Asking.id(region.get("id")))
                .containsExactly(273L);
    }

    @Test
    void faultsForAPathStayThereUntilCleared() {
        sandbox.faults().forPath("shifts", Fault.serverError());
        assertThat(ask.get("employees").status()).isEqualTo(200);
        assertThat(ask.get("shifts/1000000").status()).isEqualTo(500);
        sandbox.faults().forPath("oauth2/access_token", Fault.serverError());
        assertThat(ask.password().status()).isEqualTo(500);
        sandbox.faults().clear();
        assertThat(ask.get("shifts/1000000").status()).isEqualTo(200);
        assertThat(ask.password().status()).isEqualTo(200);
    }

    @Test
    void theSameSeedSpoilsTheSameAnswers() {
        List<Boolean> first = spoilt();
        assertThat(first.stream().filter(spoilt -> spoilt).count()).isBetween(20L, 60L);
        assertThat(spoilt()).isEqualTo(first);
    }

    private List<Boolean> spoilt() {
        sandbox.faults().share(0.2, 42, Fault.serverError());
        List<Boolean> spoilt = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            spoilt.add(ask.get("holidays").status() != 200);
        }
        return spoilt;
    }
}
