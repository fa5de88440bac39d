package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.billing.Invoice;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.GeoLocation;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.payroll.PayrollPayrunItem;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in the shapes of the vendor's schema files, which differ from those of the guide. */
class SchemaShapesTest {
    private static final Query SOME = Query.all().pageSize(100);

    private static TrackTikSandbox sandbox;
    private static TrackTik tracktik;

    @BeforeAll
    static void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        tracktik = Clients.connect(sandbox);
    }

    @AfterAll
    static void stop() {
        tracktik.close();
        sandbox.close();
    }

    @Test
    void geoLocationIsAnIdOrTheObjectItself() {
        List<WorkSession> sessions = tracktik.entities().workSessions(SOME).list();
        List<WorkSession> included =
                tracktik.entities().workSessions(SOME.include("geoLocation")).list();

        assertThat(places(sessions)).isNotEmpty().allSatisfy(place -> {
            assertThat(place.id()).isNotNull();
            assertThat(place.latitude()).isNull();
        });
        assertThat(places(included))
                .hasSameSizeAs(places(sessions))
                .allSatisfy(place -> assertThat(place).hasNoNullFieldsOrPropertiesExcept("id"));
    }

    private static List<GeoLocation> places(List<WorkSession> sessions) {
        return sessions.stream()
                .map(WorkSession::geoLocation)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void tagsAreTexts() {
        List<Employee> employees =
                tracktik.entities().employees(SOME.include("tags")).list();

        assertThat(employees).extracting(Employee::tags).doesNotContainNull();
        assertThat(employees).flatExtracting(Employee::tags).contains("Armed", "Driver");
    }

    @Test
    void flagThatComesAsTextIsRead() {
        assertThat(tracktik.entities().positions(SOME.include("isTeamLeader")).list())
                .extracting(Position::isTeamLeader)
                .containsOnly(true, (Boolean) null);
        assertThat(tracktik.payroll().payrollPayrunItems(SOME).list())
                .extracting(PayrollPayrunItem::locked)
                .contains(true)
                .doesNotContain(false);
    }

    @Test
    void invoiceIsReadWithItsTextsAndRelations() {
        List<Invoice> invoices = tracktik.billing().invoices(SOME).list();

        assertThat(invoices).extracting(Invoice::aging).containsOnly(0, (Integer) null);
        assertThat(tracktik.billing().invoices(SOME.include("billTo")).list())
                .allSatisfy(invoice -> assertThat(Ref.idOf(invoice.billTo())).isEqualTo(Ref.idOf(invoice.client())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oauth2/access_token"})
    void byteOrderMarkIsSkipped(String path) {
        try (TrackTikSandbox marking = TrackTikSandbox.start(SandboxData.small())) {
            marking.faults().forPath(path.isEmpty() ? "regions" : path, exchange -> {
                Buffer marked =
                        new Buffer().writeUtf8("\uFEFF").write(exchange.body().readByteString());
                return exchange.regular().newBuilder().body(marked).build();
            });
            try (TrackTik client = Clients.connect(marking)) {
                List<Long> ids = client.entities().regions(Query.all()).list().stream()
                        .map(region -> region.id())
                        .toList();

                assertThat(ids).isNotEmpty();
                assertThat(client.entities().region(ids.get(0), Query.all()).id())
                        .isEqualTo(ids.get(0));
            }
        }
    }
}
