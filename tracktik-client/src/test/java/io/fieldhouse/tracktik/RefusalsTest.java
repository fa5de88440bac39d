package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does not do, whoever asks. */
class RefusalsTest {
    private TrackTikSandbox sandbox;
    private TrackTik tracktik;

    @BeforeEach
    void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        tracktik = Clients.connect(sandbox);
    }

    @AfterEach
    void stop() {
        tracktik.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/x", "//localhost:1/x", "/zones", "https://example.com/rest/v1/x"})
    void tokenGoesNowhereButToTheApi(String resource) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> tracktik.resources().read(resource, Query.all()).list())
                .withMessageContaining("no address");
    }

    @Test
    void readingThatWasCutShortNeverLooksLikeOneThatCameToItsEnd() {
        Query query = Query.all()
                .between("startDateTime", LocalDate.of(2025, 5, 30), LocalDate.of(2025, 6, 12))
                .pageSize(20);
        try (Pages<Shift> failing = tracktik.scheduling().shifts(query).pages()) {
            failing.next();
            sandbox.faults().forPath("shifts", Fault.forbidden());
            TrackTikException first =
                    catchThrowableOfType(TrackTikException.class, () -> failing.forEachRemaining(page -> {}));
            sandbox.faults().clear();

            assertThat(first.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(catchThrowableOfType(TrackTikException.class, failing::hasNext))
                    .isSameAs(first);
        }
        Pages<Shift> closed = tracktik.scheduling().shifts(query).pages();
        closed.next();
        closed.close();
        assertThatIllegalStateException().isThrownBy(closed::hasNext).withMessageContaining("closed before");
    }

    @Test
    void idMayBeWrittenWithZeroesBefore() {
        long id = tracktik.entities().regions(Query.all()).list().get(0).id();

        assertThat(tracktik.resources().read("regions", "00" + id, Query.all())).containsEntry("id", id);
    }

    @Test
    void collectionThatNeedsAFilterIsNotEvenAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracktik.scheduling().shifts(Query.all()).list());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracktik.resources().read("me/shifts", Query.all()));
        assertThat(sandbox.requests().of("me/shifts")).isZero();
        assertThat(sandbox.requests().of("shifts")).isZero();
    }
}
